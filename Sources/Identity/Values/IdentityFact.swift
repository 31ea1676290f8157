/// Something that happened on the way to credentials.
package enum IdentityFact: Sendable, Equatable {
    /// - Parameter ignored: what would have served without the token.
    case roleAssumedByToken(role: String, sessionName: String, ignored: String?)
    case roleAssumedByCredentials(role: String, sessionName: String, of: String)
    /// The step of the chain that had them.
    case credentialsFound(step: String)
    case accountAllowed(String)
    /// The keys were about to end.
    case renewed
    /// The old keys serve as long as they last.
    case renewalFailed(reason: String)
}
