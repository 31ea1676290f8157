import AWSCore
import Engine

/// By which members, that nobody sets, a version differs from the `$LATEST` that it was made of: as a digest of their names, so
/// that a later run knows the same ones again without a write, and knows others as somebody's change. What they hold may move
/// at any time.
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
        let names = JSONValue.array(differences.map(\.name).sorted().map(JSONValue.string))
        digest = String(SHA256Digest.of(Array(names.text.utf8)).hex.prefix(Self.length))
    }
}
