import AWSCore
import AWSServices

/// What a look must show unless somebody else wrote: the last snapshot, with our own writes laid over it.
package struct Expectation: Sendable {
    package private(set) var content: FunctionContent
    /// Members we wrote, in their parts: AWS fills in what we did not give, so only what we gave is compared.
    package private(set) var written: [ConfigurationMember: JSONValue] = [:]

    package init(_ content: FunctionContent) {
        self.content = content
    }

    /// The code as an update is to leave it.
    /// - Parameters:
    ///   - codeSha256: `nil` where it is not known yet.
    ///   - architectures, imageUri: `nil` leaves what stands.
    package func updatingCode(codeSha256: String?, architectures: [String]?, imageUri: String?) -> Expectation {
        var expectation = self
        expectation.content.codeSha256 = codeSha256
        expectation.content.architectures = architectures ?? content.architectures
        expectation.content.imageUri = imageUri ?? content.imageUri
        return expectation
    }

    package func updating(_ members: [ConfigurationMember: JSONValue]) -> Expectation {
        var expectation = self
        expectation.written.merge(members.parts) { _, new in new }
        return expectation
    }

    /// What `shown` has that is not as expected: another's doing. Empty: nobody else wrote.
    package func deviations(in shown: FunctionContent) -> [Difference] {
        var expected = content
        for (member, value) in written {
            let standing = shown.members[member]
            expected.members[member] = member.isCovered(value, by: standing) ? standing : value
        }
        return Difference.between(expected, shown)
    }

    package func isMet(by shown: FunctionContent) -> Bool {
        deviations(in: shown).isEmpty
    }
}
