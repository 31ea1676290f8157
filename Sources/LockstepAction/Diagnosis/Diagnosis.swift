import AWSCore
import AWSServices
import Deployment

/// A failure in words: what happened, and what to do. What state AWS is in is told apart, for every failure alike.
struct Diagnosis: Equatable {
    let title: String
    let happened: String
    let advice: String
    /// What the function said, where that is the cause.
    let evidence: [String]

    init(title: String, happened: String, advice: String) {
        self.init(title: title, happened: happened, advice: advice, evidence: [])
    }

    init(title: String, happened: String, advice: String, evidence: [String]) {
        self.title = title
        self.happened = happened
        self.advice = advice
        self.evidence = evidence
    }
}

extension Diagnosis {
    init(of failure: DeploymentFailure, functionName: String) {
        switch failure {
        case .cancelled:
            self.init(
                title: "Cancelled", happened: "The run was cancelled.",
                advice: "Run it again to finish the deployment: what is done already is not done again.")
        case .refused(let refusal): self.init(of: refusal)
        case .unreachable(let operation, let reason):
            self.init(
                title: "AWS cannot be reached", happened: "\(operation) could not be sent: \(reason).",
                advice:
                    "Check the Region, the endpoint, the proxy and the network, then run it again. "
                    + "Certificates of your own are named by AWS_CA_BUNDLE.")
        case .unknown(let operation, let reason):
            self.init(
                title: "AWS did not answer", happened: "What became of \(operation) is not known: \(reason).",
                advice: "Run it again: it looks first, and sends only what is missing.")
        case .timedOut(let waiting, let status, let waited):
            self.init(
                title: "Timed out waiting",
                happened: "Timed out after \(waited.wording) waiting \(waiting.wording). Last seen: \(status).",
                advice:
                    "The update may still end by itself, and running again is safe. If it needs longer, raise wait-timeout."
            )
        case .conflict(let rival, let conflicts): self.init(of: rival, conflicts: conflicts)
        case .smokeTestFailed(let failure, let run): self.init(of: failure, run)
        case .superseded(let supersession): self.init(of: supersession)
        case .rollbackImpossible(let obstacle): self.init(of: obstacle)
        case .traffic(let failure): self.init(of: failure)
        default: self.init(ofFunction: failure, functionName)
        }
    }

    /// Failures that lie with the function itself.
    private init(ofFunction failure: DeploymentFailure, _ name: String) {
        switch failure {
        case .functionMissing:
            self.init(
                title: "The function does not exist",
                happened: "There is no function \(name) in this Region and account.",
                advice: "Check function-name, aws-region and the credentials. To have it created, give role.")
        case .functionVanished:
            self.init(
                title: "The function is gone", happened: "\(name) was there and is not any more: somebody deleted it.",
                advice: "Find out who did, then run it again; to create it anew, give role.")
        case .creationFailed(let reason):
            self.init(
                title: "The function's creation had failed",
                happened:
                    "Its state is Failed, so nothing can be deployed to it. AWS's reason: \(reason.withoutFullStop).",
                advice: "Delete the function, mend the cause, and run it again with role to create it anew.")
        case .revisionMismatch(let required, let found):
            self.init(
                title: "The function is not at revision-id",
                happened: "revision-id asks for \(required), but the function is at \(found ?? "none").",
                advice: "Somebody changed the function since. Look at what stands, and give the revision you mean.")
        case .packageTypeMismatch(let planned, let found):
            self.init(
                title: "Zip and Image cannot be exchanged",
                happened: "The package is of type \(planned), but the function is of type \(found), for good.",
                advice: "Give a package of type \(found), or deploy to a function of another name.")
        case .environmentUnreadable(let reason):
            self.init(
                title: "The variables cannot be read",
                happened:
                    "AWS could not decrypt the function's environment, so nothing can be merged with it: \(reason).",
                advice:
                    "Allow kms:Decrypt on the function's key, or give all variables and environment-strategy: replace.")
        case .digestMissing:
            self.init(
                title: "The code's digest is missing",
                happened: "The control plane shows no CodeSha256, so nobody can tell whether the right code is there.",
                advice: "AWS always shows it. Check endpoint-url and what answers there.")
        case .updateFailed(let write, let reason, let code):
            self.init(
                title: "The update failed",
                happened:
                    "\(write.rawValue) was accepted, then failed\(code.map { " with \($0)" } ?? ""): \(reason.withoutFullStop). "
                    + "Calls still get what stood before this update.",
                advice: UpdateAdvice.text(for: code))
        case .versionFailed(let version, let reason):
            self.init(
                title: "The version failed",
                happened: "Version \(version) was published and then failed to start: \(reason.withoutFullStop).",
                advice: "Look at the function's log, mend its initialisation, and deploy again.")
        default:
            self.init(title: "Failed", happened: "\(failure)", advice: "Run it again.")
        }
    }

    private init(of rival: Rival, conflicts: Int) {
        let during = rival.during.map { ", last noticed at \($0.rawValue)" } ?? ""
        let times = conflicts == 1 ? "once" : "\(conflicts) times"
        let what = rival.differences.map(\.wording).joined(separator: "; ")
        self.init(
            title: "Somebody else is changing the function",
            happened: "Somebody else changed it \(times) during this run\(during): "
                + (what.isEmpty ? "they created it." : "\(what)."),
            advice: "Find out who else deploys it, or put both into one concurrency group. "
                + "on-conflict: retry and max-retries say how often to start over.")
    }
}
