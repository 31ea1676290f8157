import AWSCore
import AWSServices

/// A role that is assumed by a token which somebody keeps current in a file, as Kubernetes does.
/// Source: https://docs.aws.amazon.com/sdkref/latest/guide/feature-assume-role-credentials.html
struct WebIdentityFile: ChainStep {
    let surroundings: Surroundings
    let profiles: Profiles
    let profile: String
    /// Else only what the profile says counts.
    let usesEnvironment: Bool
    let wire: IdentityWire

    var name: String { "AWS_WEB_IDENTITY_TOKEN_FILE" }

    func look() async throws(IdentityFailure) -> ChainLook {
        guard let path = setting("AWS_WEB_IDENTITY_TOKEN_FILE", "web_identity_token_file") else {
            return .absent(reason: "it is not set")
        }
        guard let arn = setting("AWS_ROLE_ARN", "role_arn") else {
            throw .notToBeHad(step: name, reason: "AWS_ROLE_ARN, which belongs to it, is not set")
        }
        let session =
            setting("AWS_ROLE_SESSION_NAME", "role_session_name") ?? SessionName.standard(surroundings.environment)
        let origin = RoleByTokenFile(
            role: RoleRequest(arn: arn, sessionName: session, seconds: nil), path: path, step: name,
            surroundings: surroundings, wire: wire)
        return .found(try await wire.renewed(origin))
    }

    private func setting(_ variable: String, _ name: String) -> String? {
        (usesEnvironment ? surroundings[variable] : nil) ?? profiles[profile]?[name]
    }
}

/// Read anew each time: such a token lasts less long than a run may.
private struct RoleByTokenFile: CredentialsOrigin {
    let role: RoleRequest
    let path: String
    let step: String
    let surroundings: Surroundings
    let wire: IdentityWire

    func fetch(within budget: Duration) async throws(IdentityFailure) -> TimedCredentials {
        let text: String
        switch surroundings.text(of: path) {
        case .success(let content): text = content
        case .failure(let fault): throw .notToBeHad(step: step, reason: fault.reason)
        }
        guard let token = IdentityToken(text) else {
            throw .notToBeHad(
                step: step, reason: "\(path) holds no identity token, which has three parts, with dots between them")
        }
        wire.hide([token.secret])
        return try await wire.assume(role, by: token, within: budget)
    }
}
