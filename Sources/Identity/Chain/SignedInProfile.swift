import AWSCore

/// A profile of IAM Identity Center, or of a sign-in in the console: AWS's own program turns it into keys.
/// Source: https://docs.aws.amazon.com/cli/latest/reference/configure/export-credentials.html
struct SignedInProfile: ChainStep {
    enum Kind { case identityCenter, console }

    let kind: Kind
    let surroundings: Surroundings
    let profiles: Profiles
    let profile: String
    let wire: IdentityWire

    var name: String {
        switch kind {
        case .identityCenter: "profile \(profile), IAM Identity Center"
        case .console: "profile \(profile), login_session"
        }
    }

    /// What makes it one for AWS's own tools, the first being what it has at least.
    private var settings: [String] {
        switch kind {
        case .identityCenter: ["sso_account_id", "sso_role_name"]
        case .console: ["login_session"]
        }
    }

    private var signIn: String {
        switch kind {
        case .identityCenter: "aws sso login"
        case .console: "aws login"
        }
    }

    func look() async throws(IdentityFailure) -> ChainLook {
        guard let found = profiles[profile], settings.contains(where: { found[$0] != nil }) else {
            return .absent(reason: "it has no \(settings[0])")
        }
        let origin = KeysOfCommand(
            command: ["aws", "configure", "export-credentials", "--format", "process", "--profile", profile],
            step: name, surroundings: surroundings, wire: wire)
        do throws(IdentityFailure) {
            return .found(try await wire.renewed(origin))
        } catch {
            guard case .notToBeHad(let step, let reason) = error else { throw error }
            throw .notToBeHad(
                step: step,
                reason:
                    "\(reason). Sign in again (\(signIn) --profile \(profile)), or, where aws is not at hand, as in the image, "
                    + "run this outside and hand the variables on: "
                    + "aws configure export-credentials --profile \(profile) --format env")
        }
    }
}
