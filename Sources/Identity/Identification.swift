import AWSCore
import AWSServices

/// The way from what was asked for to credentials that may be used.
package struct Identification: Sendable {
    private let plan: IdentityPlan
    private let chain: CredentialsChain
    private let surroundings: Surroundings
    private let wire: IdentityWire

    package init(_ plan: IdentityPlan, in surroundings: Surroundings, wire: IdentityWire) {
        self.plan = plan
        self.surroundings = surroundings
        self.wire = wire
        chain = CredentialsChain(surroundings: surroundings, wire: wire)
    }

    /// - Throws: before anything was asked of Lambda.
    package func credentials() async throws(IdentityFailure) -> any CredentialsSource {
        let source = try await found()
        try await AccountGuard(allowed: plan.allowedAccounts, wire: wire).check(source)
        return source
    }

    /// What the job's identity token says of it; empty where it has none, or none can be had within five seconds.
    package func claims() async -> [Claim] {
        guard let tokens = plan.tokens else { return [] }
        let audience = plan.role?.audience ?? PlannedRole.usualAudience
        do throws(IdentityFailure) {
            return try await tokens.token(for: audience, over: wire, within: .seconds(5)).claims
        } catch {
            return []
        }
    }

    private func found() async throws(IdentityFailure) -> any CredentialsSource {
        if let (role, tokens) = plan.roleByToken {
            let source = try await wire.renewed(RoleByToken(role: role, tokens: tokens, wire: wire))
            let hasKeys = surroundings["AWS_ACCESS_KEY_ID"] != nil
            wire.tell(
                .roleAssumedByToken(
                    role: role.arn, sessionName: role.sessionName, ignored: hasKeys ? EnvironmentKeys.name : nil))
            return source
        }
        let (base, step) = try await chain.find(for: plan.role)
        guard let role = plan.role else {
            if step != EnvironmentKeys.name || surroundings.hasOtherCredentials {
                wire.tell(.credentialsFound(step: step))
            }
            return base
        }
        let origin = RoleByCredentials(
            role: role.request, externalID: role.externalID, base: base, baseStep: step, wire: wire)
        let source = try await wire.renewed(origin)
        wire.tell(.roleAssumedByCredentials(role: role.arn, sessionName: role.sessionName, of: step))
        return source
    }
}

extension Surroundings {
    /// Whoever set one of these may believe that it serves; where there are only keys, nothing is to be said.
    fileprivate var hasOtherCredentials: Bool {
        [
            "AWS_PROFILE", "AWS_WEB_IDENTITY_TOKEN_FILE", "AWS_CONTAINER_CREDENTIALS_RELATIVE_URI",
            "AWS_CONTAINER_CREDENTIALS_FULL_URI",
        ].contains { self[$0] != nil }
    }
}
