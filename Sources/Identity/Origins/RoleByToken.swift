import AWSCore
import AWSServices

/// A role that is assumed by a token, a new one each time: a call for the token and one to AWS.
struct RoleByToken: CredentialsOrigin {
    let role: PlannedRole
    let tokens: TokenService
    let wire: IdentityWire

    func fetch(within budget: Duration) async throws(IdentityFailure) -> TimedCredentials {
        let deadline = Deadline(after: budget, by: wire.clock)
        let token = try await tokens.token(for: role.audience, over: wire, within: deadline.left)
        return try await wire.assume(role.request, by: token, within: deadline.left)
    }
}

extension IdentityWire {
    func assume(
        _ role: RoleRequest, by token: IdentityToken, within budget: Duration
    ) async throws(IdentityFailure) -> TimedCredentials {
        do throws(AWSFailure) {
            return timed(
                try await sts(as: NoCredentials()).assumeRoleWithWebIdentity(role, token: token.secret, within: budget))
        } catch {
            throw IdentityFailure(error, RoleAttempt(role: role.arn, proof: .token(token.claims)))
        }
    }
}

extension IdentityFailure {
    init(_ failure: AWSFailure, _ attempt: RoleAttempt) {
        if case .cancelled = failure { self = .cancelled } else { self = .roleNotAssumed(failure, attempt) }
    }
}
