import AWSCore
import AWSServices

/// What makes a function or a version what it is: its code and everything that somebody can set.
///
/// What AWS sets by itself (revisions, states, sizes, a network's id) is no part of it, so two contents differ only
/// where somebody changed something.
package struct FunctionContent: Sendable {
    /// `nil` when the control plane does not tell it.
    package var codeSha256: String?
    /// The image as it was named; only GetFunction tells it.
    package var imageUri: String?
    package var architectures: [String]
    /// AWS's digest of the configuration; not every control plane has one.
    let configSha256: String?
    /// In the shape a request has, in their parts, normalised.
    package var members: [ConfigurationMember: JSONValue]

    package init(of function: FunctionDescription) {
        self.init(of: function.configuration)
        imageUri = function.imageUri
    }

    package init(of configuration: FunctionConfiguration) {
        codeSha256 = configuration.codeSha256.flatMap { $0.isEmpty ? nil : $0 }
        architectures = configuration.architectures
        configSha256 = configuration.members["ConfigSha256"]?.string
        members = ConfigurationMember.values(in: configuration)
    }
}

extension FunctionConfiguration {
    /// x86_64 where none is told: functions older than the choice.
    package var architectures: [String] {
        members["Architectures"]?.array?.compactMap(\.string) ?? ["x86_64"]
    }
}

extension FunctionContent {
    /// Another digest of the configuration where no member differs: somebody has changed what nobody shows. Only between
    /// two looks at `$LATEST` without a write of ours; between it and a version the digest tells nothing.
    func unexplained(in later: FunctionContent) -> [Difference] {
        guard let configSha256, let other = later.configSha256, other != configSha256 else { return [] }
        return [Difference(name: Difference.configSha256Name, before: .string(configSha256), after: .string(other))]
    }

    /// Where a version differs from the `$LATEST` it is to be the copy of. Its description is its own.
    package func deviations(inVersion version: FunctionContent) -> [Difference] {
        Difference.between(self, version).filter { $0.name != ConfigurationMember.description.rawValue }
    }
}

extension FunctionContent {
    /// Whether a member stands as it is given. Only what is given is compared.
    package func covers(_ given: JSONValue, of member: ConfigurationMember) -> Bool {
        member.parts(of: given).allSatisfy { $0.isCovered($1, by: members[$0]) }
    }

    /// The same with these members as they are given; what else of them nobody here knows stays.
    package func overlaid(with given: [ConfigurationMember: JSONValue]) -> FunctionContent {
        var content = self
        content.members.merge(given.parts) { $1 }
        return content
    }

    /// It runs on managed instances, where only published versions can be invoked.
    package var isManaged: Bool {
        // Those of another kind of provider may have nothing in it that is known.
        let name = ConfigurationMember.capacityProviderConfig.rawValue
        return members.keys.contains { $0.rawValue == name || $0.rawValue.hasPrefix("\(name).") }
    }
}
