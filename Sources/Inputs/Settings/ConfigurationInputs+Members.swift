import AWSCore
import Deployment
import Engine

extension ConfigurationInputs {
    /// What the input `configuration` holds. Members that have an input of their own count by that, where it is given.
    func givenConfiguration(_ inspection: inout Inspection) -> GivenConfiguration {
        guard let given = inspection.read(\.configuration, of: self, GivenConfiguration.init(input:)) else {
            return GivenConfiguration()
        }
        func remark(_ names: [String], _ what: (String) -> String) {
            guard !names.isEmpty else { return }
            inspection.remark(.notice, \Self.configuration, what(names.sorted().joined(separator: ", ")))
        }
        remark(given.leftOut) { "has \($0), no setting of a function: left out" }
        remark(given.strangers) { "has \($0), not known here: sent as given" }
        remark(overridden(in: given)) { "has \($0), given by an input of its own as well: the input counts" }
        return given
    }

    private func overridden(in given: GivenConfiguration) -> [String] {
        Self.members.filter { given.members[$0.name] != nil && isGiven($0.input) }.map(\.name.rawValue)
            + (given.variables != nil && isGiven(\.environment) ? ["Environment"] : [])
            + (given.tags != nil && isGiven(\.tags) ? ["Tags"] : [])
            + (given.codeSigningConfigArn != nil && isGiven(\.codeSigningConfigArn) ? ["CodeSigningConfigArn"] : [])
    }

    /// The members that are given; the environment has a plan of its own.
    func members(_ given: GivenConfiguration, _ inspection: inout Inspection) -> [ConfigurationMember: JSONValue] {
        var members = given.members
        for member in Self.members where isGiven(member.input) {
            members[member.name] = inspection.read(member.input, of: self, member.read)
        }
        if let runtime = members["Runtime"]?.string, let meant = KnownRuntime.meant(by: runtime) {
            inspection.note(
                origin(of: "Runtime"), "has the runtime \(runtime.quoted), which is none. Did you mean \(meant)?")
        }
        for (member, doubt) in KnownBound.doubts(of: members) { inspection.remark(.warning, origin(of: member), doubt) }
        return members
    }

    /// The input that a member comes from.
    private func origin(of member: ConfigurationMember) -> KeyPath<Self, String?> {
        Self.members.first { $0.name == member && isGiven($0.input) }?.input ?? \.configuration
    }

    func variables(_ given: GivenConfiguration, _ inspection: inout Inspection) -> PlannedEnvironment? {
        typealias Strategy = PlannedEnvironment.Strategy
        let strategy = inspection.read(\.environmentStrategy, of: self, Strategy.init(input:)) ?? .merge
        let own = inspection.read(\.environment, of: self, EnvironmentVariables.read)
        let variables = isGiven(\.environment) ? own : given.variables
        return variables.map { PlannedEnvironment(variables: $0, strategy: strategy) }
    }

    func tags(_ given: GivenConfiguration, _ inspection: inout Inspection) -> [String: String] {
        (isGiven(\.tags) ? inspection.read(\.tags, of: self, Tags.read) : given.tags) ?? [:]
    }

    /// AWS refuses these with "Please don't provide Handler or Runtime or Layer when the intended function PackageType
    /// is Image" and the like, but only after the code has been written.
    func check(
        _ members: [ConfigurationMember: JSONValue], against source: PackageSource, _ inspection: inout Inspection
    ) {
        let isZip = source.packageType == "Zip"
        for member in isZip ? [.imageConfig] : ["Handler", "Runtime", .layers] as [ConfigurationMember]
        where members[member] != nil {
            let what =
                isZip
                ? "is for container images, not for a zip" : "is for zip packages: a container image brings its own"
            let origin = origin(of: member)
            inspection.note(origin, origin == \.configuration ? "has \(member.rawValue), which \(what)" : what)
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
                origin(of: .layers),
                "has \(layer.quoted) of \(named), but a function takes layers of its own Region only, \(region)")
        }
    }
}
