import AWSCore
import Identity

extension IdentityFact {
    var sentences: [Sentence] {
        switch self {
        case .roleAssumedByToken(let role, let session, let ignored):
            [
                .said(
                    "Deploying as \(supplied: role), session \(supplied: session), assumed by this job's identity token (OIDC)"
                        + (ignored.map { "; \(ours: $0), which are set too, are not used" } ?? ""))
            ]
        case .roleAssumedByCredentials(let role, let session, let step):
            [
                .said(
                    "Deploying as \(supplied: role), session \(supplied: session), assumed by the credentials of \(supplied: step)"
                )
            ]
        case .credentialsFound(let step): [.said("Deploying by the credentials of \(supplied: step)")]
        case .accountAllowed(let account): [.said("Account \(ours: account) is one of allowed-account-ids")]
        case .renewed: [.said("Fetched new AWS credentials, because the old ones were about to end")]
        case .renewalFailed(let reason):
            [
                .warning(
                    title: "the AWS credentials could not be renewed",
                    "The current ones are used as long as they last, and Lockstep tries again. \(supplied: reason)")
            ]
        }
    }
}
