import AWSCore

/// One of the places where credentials may be.
protocol ChainStep: Sendable {
    /// For messages: what one would look for there.
    var name: String { get }
    func look() async throws(IdentityFailure) -> ChainLook
}

enum ChainLook: Sendable {
    /// Nothing of the kind is there.
    case absent(reason: String)
    case found(any CredentialsSource)
}
