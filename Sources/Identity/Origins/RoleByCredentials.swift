import AWSCore
import AWSServices

/// A role that is assumed by other credentials.
struct RoleByCredentials: CredentialsOrigin {
    let role: RoleRequest
    let externalID: String?
    let base: any CredentialsSource
    /// Where those come from, for messages.
    let baseStep: String
    let wire: IdentityWire

    func fetch(within budget: Duration) async throws(IdentityFailure) -> TimedCredentials {
        do throws(AWSFailure) {
            return wire.timed(
                try await wire.sts(as: base).assumeRole(role, externalID: externalID, within: budget))
        } catch {
            throw IdentityFailure(error, RoleAttempt(role: role.arn, proof: .credentials(of: baseStep)))
        }
    }
}
