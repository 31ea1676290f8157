/// The number of a published version. Never `$LATEST`, never an alias, never empty.
package struct VersionNumber: Sendable, Hashable, Comparable, CustomStringConvertible {
    package let value: Int

    package init?(_ text: String) {
        guard !text.isEmpty, text.utf8.allSatisfy({ (48...57).contains($0) }), let value = Int(text), value > 0
        else { return nil }
        self.value = value
    }

    package var description: String { "\(value)" }

    package static func < (one: VersionNumber, other: VersionNumber) -> Bool {
        one.value < other.value
    }
}

extension FunctionConfiguration {
    /// `nil` for `$LATEST` and for `$LATEST.PUBLISHED`.
    package var versionNumber: VersionNumber? { version.flatMap(VersionNumber.init) }

    /// What calls without a qualifier reach on managed instances: the version that has this name and no number.
    /// Source: https://docs.aws.amazon.com/lambda/latest/dg/lambda-managed-instances.html
    package static let latestPublished = "$LATEST.PUBLISHED"
}
