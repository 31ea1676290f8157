import AWSCore

/// A profile of IAM Identity Center, or of a sign-in in the console: AWS's own program turns it into keys.
/// Source: https://docs.aws.amazon.com/cli/latest/reference/configure/export-credentials.html
struct SignedInProfile: ChainStep {
    let surroundings: Surroundings
    let profiles: Profiles
    let profile: String
    let wire: IdentityWire

    var name: String { "profile \(profile), IAM Identity Center" }

    /// What makes it one for AWS's own tools.
    private static let settings = ["sso_account_id", "sso_role_name", "login_session"]

    func look() async throws(IdentityFailure) -> ChainLook {
        guard let found = profiles[profile], Self.settings.contains(where: { found[$0] != nil }) else {
            return .absent(reason: "it has no sso_account_id")
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
                    "\(reason). Sign in again (aws sso login --profile \(profile)), or, where aws is not at hand, as in the image, "
                    + "run this outside and hand the variables on: "
                    + "aws configure export-credentials --profile \(profile) --format env")
        }
    }
}
