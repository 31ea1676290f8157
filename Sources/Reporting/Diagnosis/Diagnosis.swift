import AWSCore
import Deployment
import Engine

/// A failure in words: what happened, and what to do. What state AWS is in is told apart, for every failure alike.
struct Diagnosis: Equatable {
    let title: String
    var happened: Wording
    let advice: Wording
    /// What the function said, where that is the cause.
    let evidence: [Wording]
    /// What would cure it, in JSON, to be copied: the advice ends by leading up to it.
    var policy: Wording = ""
    /// What to do on a machine of one's own, where that is something else than in a workflow.
    var adviceInTerminal: Wording?

    init(title: String, happened: Wording, advice: Wording) {
        self.init(title: title, happened: happened, advice: advice, evidence: [])
    }

    init(title: String, happened: Wording, advice: Wording, evidence: [Wording]) {
        self.title = title
        self.happened = happened
        self.advice = advice
        self.evidence = evidence
    }
}

extension Diagnosis {
    /// - Parameter functionName: as it was given.
    init(of failure: DeploymentFailure, functionName: String) {
        switch failure {
        case .engine(let failure): self.init(of: failure, functionName)
        case .functionMissing: self = .functionMissing(functionName)
        case .functionFailed(let reason, let isUseless): self = .functionFailed(reason, isUseless: isUseless)
        case .revisionMismatch(let required, let found): self = .revisionMismatch(required, found)
        case .accountNotAllowed(let account, let allowed): self = .functionInOtherAccount(account, allowed)
        case .bucketUnfit(let fault): self.init(of: fault)
        case .packageTypeMismatch(let planned, let found): self = .packageTypeMismatch(planned, found)
        case .onlyForCreation(let members): self = .onlyForCreation(members)
        case .notTaken(let members): self = .notTaken(members)
        case .environmentUnreadable(let reason): self = .environmentUnreadable(reason)
        case .digestMissing: self = .digestMissing
        case .oldCodeNotKept(let reason): self = .oldCodeNotKept(reason)
        case .wouldBeRefused(let refusals): self.init(of: refusals)
        case .smokeTestFailed(let failure, let run): self.init(of: failure, run)
        case .versionFailed(let version, let reason, true): self = .versionFailed(version, reason)
        case .versionFailed(let version, let reason, false): self = .oldVersionFailed(version, reason)
        case .storageFull(let refusal, let unused): self = .storageFull(refusal, unused)
        case .traffic(let failure): self.init(of: failure)
        case .rollbackImpossible(let obstacle): self.init(of: obstacle)
        case .superseded(let supersession): self.init(of: supersession)
        case .deadlineReached(let deadline, let isUntouched):
            self = .deadlineReached(deadline, isUntouched: isUntouched)
        case .aliasTaken(let move): self.init(of: move)
        case .conflict(let rival, let conflicts): self.init(of: rival, conflicts: conflicts)
        }
    }

    private init(of failure: EngineFailure, _ functionName: String) {
        switch failure {
        case .cancelled: self = .cancelled
        case .refused(let refusal): self.init(of: refusal)
        case .unreachable(let operation, let reason): self = .unreachable(operation, reason)
        case .unknown(let operation, let reason): self = .unknown(operation, reason)
        case .timedOut(let waiting, let status, let waited): self = .timedOut(waiting, status, waited)
        case .functionVanished: self = .functionVanished(functionName)
        case .functionFailed(let function): self = .functionFailed(function.reasonOfState, isUseless: false)
        case .updateFailed(let write, let reason): self = .updateFailed(write, reason)
        }
    }

    static let cancelled = Diagnosis(
        title: "cancelled", happened: "The run was cancelled.",
        advice: "Run again to finish the deployment: what already stands is not repeated.")

    private static func deadlineReached(_ deadline: Duration, isUntouched: Bool) -> Diagnosis {
        Diagnosis(
            title: "the deadline was reached",
            happened:
                "The run was stopped \(Budget.puttingBack) before its deadline of \(deadline), to have time for putting back."
                + (isUntouched ? " Nothing had been changed yet." : ""),
            advice:
                "Run again to finish the deployment: what already stands is not repeated. If it needs longer, raise deadline."
        )
    }

    private static func unreachable(_ operation: String, _ reason: String) -> Diagnosis {
        Diagnosis(
            title: "AWS cannot be reached", happened: "\(ours: operation) could not be sent: \(supplied: reason).",
            advice:
                "Check the Region, the endpoint, the proxy and the network, then run again. "
                + "For a certificate authority of your own, set AWS_CA_BUNDLE to its file.")
    }

    private static func unknown(_ operation: String, _ reason: String) -> Diagnosis {
        Diagnosis(
            title: "AWS did not answer \(operation)",
            happened: "What became of \(ours: operation) is not known: \(supplied: reason).",
            advice: "Run again: it looks first, and sends only what is missing.")
    }

    private static func timedOut(_ waiting: Waiting, _ status: Status, _ waited: Duration) -> Diagnosis {
        Diagnosis(
            title: "timed out waiting \(waiting.wording.text(redacting: \.self))",
            happened: "Timed out after \(waited) waiting \(waiting.wording). Last seen: \(status).",
            advice: status.mayPass
                ? "It may still finish by itself, and running again is safe. If it needs longer, raise wait-timeout."
                : "No update is in progress, so waiting longer does not help. Check the function in the Lambda "
                    + "console, and run again once it is Active.")
    }
}
