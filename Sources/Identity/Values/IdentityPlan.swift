/// As whom the run is to speak, as inputs and environment say.
package struct IdentityPlan: Sendable {
    /// `nil`: as whoever the credentials are that are there.
    package let role: PlannedRole?
    /// `nil`: the job has no identity token.
    package let tokens: TokenService?
    /// The only accounts in which anything may be done; empty: all.
    package let allowedAccounts: [String]

    package init(role: PlannedRole?, tokens: TokenService?, allowedAccounts: [String]) {
        self.role = role
        self.tokens = tokens
        self.allowedAccounts = allowedAccounts
    }

    /// The role, and what proves to AWS that it may be assumed, where the job's identity token does.
    package var roleByToken: (role: PlannedRole, tokens: TokenService)? {
        guard let role, !role.isChained, let tokens else { return nil }
        return (role, tokens)
    }
}
