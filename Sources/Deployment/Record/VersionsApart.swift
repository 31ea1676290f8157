import AWSCore
import Engine

/// How a version differs from the `$LATEST` that it was made of, by members that nobody sets: as a digest, so that a later
/// run knows the same difference again without a write, and knows another one as somebody's change.
package struct VersionsApart: Sendable, Equatable {
    static let length = 8

    /// Eight lower-case hexadecimal digits.
    let digest: String

    init(digest: String) {
        self.digest = digest
    }

    /// `nil`: they do not differ, or in something that is known to be a setting.
    package init?(_ differences: [Difference]) {
        guard !differences.isEmpty, differences.allSatisfy(\.isOfUnknownMember) else { return nil }
        let values = differences.map { JSONValue.array([.string($0.name), $0.before ?? .null, $0.after ?? .null]) }
        digest = String(SHA256Digest.of(Array(JSONValue.array(values).text.utf8)).hex.prefix(Self.length))
    }
}
