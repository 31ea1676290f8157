import AWSCore
import AWSServices

/// Keeps the run out of accounts in which nothing may be done.
struct AccountGuard {
    let allowed: [String]
    let wire: IdentityWire

    private static let longest = Duration.seconds(10)
    private static let mostTries = 5

    /// Without a list nobody is asked.
    func check(_ credentials: any CredentialsSource) async throws(IdentityFailure) {
        guard !allowed.isEmpty else { return }
        let caller = try await caller(credentials)
        guard allowed.contains(caller.account) else { throw .accountNotAllowed(caller, allowed: allowed) }
        wire.tell(.accountAllowed(caller.account))
    }

    private func caller(_ credentials: any CredentialsSource) async throws(IdentityFailure) -> CallerIdentity {
        do throws(AWSFailure) {
            return try await wire.sts(as: credentials).getCallerIdentity(
                within: min(Self.longest, wire.left), mostTries: Self.mostTries)
        } catch {
            if case .cancelled = error { throw .cancelled }
            throw .callerUnknown(error)
        }
    }
}
