import AWSCore
import Deployment
import Engine

extension ConfigurationInputs {
    /// The members that are given; the environment has a plan of its own.
    func members(_ inspection: inout Inspection) -> [ConfigurationMember: JSONValue] {
        var members: [ConfigurationMember: JSONValue] = [:]
        for member in Self.members {
            members[member.name] = inspection.read(member.input, of: self, member.read)
        }
        for (member, doubt) in KnownBound.doubts(of: members) {
            guard let input = Self.members.first(where: { $0.name == member })?.input else { continue }
            inspection.remark(.warning, input, doubt)
        }
        return members
    }

    func variables(_ inspection: inout Inspection) -> PlannedEnvironment? {
        typealias Strategy = PlannedEnvironment.Strategy
        let strategy = inspection.read(\.environmentStrategy, of: self, Strategy.init(input:)) ?? .merge
        let variables = inspection.read(\.environment, of: self, EnvironmentVariables.read)
        return variables.map { PlannedEnvironment(variables: $0, strategy: strategy) }
    }

    /// AWS refuses these with "Please don't provide Handler or Runtime or Layer when the intended function PackageType
    /// is Image" and the like, but only after the code has been written.
    func check(against source: PackageSource, _ inspection: inout Inspection) {
        if source.packageType == "Zip" {
            if imageConfig.given != nil { inspection.note(\Self.imageConfig, "is for container images, not for a zip") }
            return
        }
        for input in [\Self.handler, \.runtime, \.layers] where isGiven(input) {
            inspection.note(input, "is for zip packages: a container image brings its own")
        }
    }

    /// AWS refuses a layer of another Region only after the code has been written, and often as if a permission were
    /// missing, lambda:GetLayerVersion.
    /// Source: https://github.com/aws-amplify/amplify-backend/pull/2216
    func checkLayers(
        of members: [ConfigurationMember: JSONValue], in region: String, _ inspection: inout Inspection
    ) {
        for layer in members[.layers]?.array?.compactMap(\.string) ?? [] {
            guard let named = ARN(layer)?.region, !named.isEmpty, named != region else { continue }
            inspection.note(
                \Self.layers,
                "has \(layer.quoted) of \(named), but a function takes layers of its own Region only, \(region)")
        }
    }
}
