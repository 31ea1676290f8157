import AWSCore
import AWSServices

/// The way from what was asked for to credentials that may be used.
package struct Identification: Sendable {
    private let plan: IdentityPlan
    private let chain: CredentialsChain
    private let environment: [String: String]
    private let wire: IdentityWire

    /// For a token and a role, or for a look at one place after the other.
    private static let longest = Duration.seconds(60)

    package init(_ plan: IdentityPlan, environment: [String: String], wire: IdentityWire) {
        self.plan = plan
        self.environment = environment
        self.wire = wire
        chain = CredentialsChain(environment: environment)
    }

    /// - Throws: before anything was asked of Lambda.
    package func credentials() async throws(IdentityFailure) -> any CredentialsSource {
        let source = try await found()
        try await AccountGuard(allowed: plan.allowedAccounts, wire: wire).check(source)
        return source
    }

    private func found() async throws(IdentityFailure) -> any CredentialsSource {
        if let (role, tokens) = plan.roleByToken {
            let source = try await renewed(RoleByToken(role: role, tokens: tokens, wire: wire))
            let hasKeys = environment["AWS_ACCESS_KEY_ID"].given != nil
            wire.tell(
                .roleAssumedByToken(
                    role: role.arn, sessionName: role.sessionName, ignored: hasKeys ? EnvironmentKeys.name : nil))
            return source
        }
        let (base, step) = try await chain.find(for: plan.role)
        guard let role = plan.role else {
            if step != EnvironmentKeys.name { wire.tell(.credentialsFound(step: step)) }
            return base
        }
        let origin = RoleByCredentials(
            role: role.request, externalID: role.externalID, base: base, baseStep: step, wire: wire)
        let source = try await renewed(origin)
        wire.tell(.roleAssumedByCredentials(role: role.arn, sessionName: role.sessionName, of: step))
        return source
    }

    private func renewed(_ origin: any CredentialsOrigin) async throws(IdentityFailure) -> any CredentialsSource {
        RenewedCredentials(origin, first: try await origin.fetch(within: Self.longest), wire: wire)
    }
}
