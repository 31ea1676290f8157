/// Where a client takes what it signs with, anew before each try: keys that end can be fetched anew on the way.
package protocol CredentialsSource: Sendable {
    /// - Parameter refused: what AWS has just refused as expired; `nil`: nothing. Whoever has no others gives the same again.
    func credentials(
        insteadOf refused: Credentials?, within budget: Duration
    ) async throws(CredentialsLost) -> Credentials
}

/// There are no credentials any more, or there never were.
package enum CredentialsLost: Error, Equatable {
    case failed(reason: String)
    case cancelled
}

/// What was given once stays as it is.
extension Credentials: CredentialsSource {
    package func credentials(
        insteadOf refused: Credentials?, within budget: Duration
    ) async throws(CredentialsLost) -> Credentials { self }
}

/// For calls that nobody signs: what proves who asks is in them.
package struct NoCredentials: CredentialsSource {
    package init() {}

    package func credentials(
        insteadOf refused: Credentials?, within budget: Duration
    ) async throws(CredentialsLost) -> Credentials {
        throw .failed(reason: "there are none")
    }
}
