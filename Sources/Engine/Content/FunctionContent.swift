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
    /// In the shape a request has, normalised.
    package var members: [ConfigurationMember: JSONValue]

    package init(of function: FunctionDescription) {
        self.init(of: function.configuration)
        imageUri = function.imageUri
    }

    package init(of configuration: FunctionConfiguration) {
        codeSha256 = configuration.codeSha256.flatMap { $0.isEmpty ? nil : $0 }
        architectures = configuration.architectures
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
    /// Where a version differs from the `$LATEST` it is to be the copy of. Its description is its own.
    package func deviations(inVersion version: FunctionContent) -> [Difference] {
        Difference.between(self, version).filter { $0.name != ConfigurationMember.description.rawValue }
    }
}
