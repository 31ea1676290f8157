import AWSCore
import AWSServices
import Identity

extension Diagnosis {
    /// - Parameter functionName: as it was given.
    init(of failure: IdentityFailure, functionName: String) {
        switch failure {
        case .cancelled: self = .cancelled
        case .tokenNotIssued(let failure): self = .tokenNotIssued(failure)
        case .tokenUnfit(let reason): self = .tokenUnfit(reason)
        case .roleNotAssumed(let failure, let attempt): self = .roleNotAssumed(failure, attempt)
        case .nothingFound(let absences, let role): self = .nothingFound(absences, role)
        case .notToBeHad(let step, let reason): self = .notToBeHad(step, reason)
        case .accountNotAllowed(let caller, let allowed): self = .accountNotAllowed(caller, allowed)
        case .callerUnknown(let failure): self = .callerUnknown(failure)
        }
    }

    private static func tokenNotIssued(_ failure: AWSFailure) -> Diagnosis {
        Diagnosis(
            title: "GitHub issued no identity token",
            happened: "The job's identity token could not be obtained: \(failure.wording).",
            advice:
                "Run again. If it stays so, see githubstatus.com, and whether the runner reaches the address in "
                + "ACTIONS_ID_TOKEN_REQUEST_URL.")
    }

    private static func tokenUnfit(_ reason: String) -> Diagnosis {
        Diagnosis(
            title: "GitHub's identity token cannot be requested", happened: "\(supplied: reason.capitalFirst).",
            advice: "The runner sets it: leave it as it is, and set no variable of that name yourself.")
    }

    private static let signIn: Wording =
        "Sign in with the AWS CLI (aws configure, aws sso login), name a profile in AWS_PROFILE, or set the variables of a key."

    private static func nothingFound(_ absences: [Absence], _ role: PlannedRole?) -> Diagnosis {
        let looked = absences.map { "\n- \(ours: $0.step): \(supplied: $0.reason)" as Wording }.joined(separator: "")
        guard let role else {
            var diagnosis = Diagnosis(
                title: "there are no AWS credentials", happened: "No AWS credentials were found:\(looked)",
                advice:
                    "In a workflow, set role-to-assume, and make sure that the job has this permission:\n\(ours: tokenRight)"
            )
            diagnosis.adviceInTerminal = signIn
            return diagnosis
        }
        if role.isChained {
            return Diagnosis(
                title: "there are no AWS credentials to assume the role with",
                happened:
                    "role-chaining asks for \(supplied: role.arn) to be assumed by the AWS credentials that are there, and there are none:\(looked)",
                advice:
                    "Get credentials in a step before this one, or leave role-chaining out to use the job's identity token."
            )
        }
        var diagnosis = Diagnosis(
            title: "there is nothing to assume the role with",
            happened:
                "\(supplied: role.arn) could not be assumed: this job has no identity token, because permissions: id-token: write "
                + "is missing, and no AWS credentials were found either:\(looked)",
            advice: "Give the job this permission:\n\(ours: tokenRight)\nor set AWS credentials before this step.")
        diagnosis.adviceInTerminal = signIn
        return diagnosis
    }

    private static func notToBeHad(_ step: String, _ reason: String) -> Diagnosis {
        Diagnosis(
            title: "the AWS credentials could not be obtained",
            happened:
                "The credentials of \(supplied: step) could not be obtained: \(supplied: reason.withoutFullStop).",
            advice: "Fix that, or remove it from the environment, so that the next place is tried.")
    }

    private static func accountNotAllowed(_ caller: CallerIdentity, _ allowed: [String]) -> Diagnosis {
        Diagnosis(
            title: "account \(caller.account) is not one of allowed-account-ids",
            happened:
                "The AWS credentials are for account \(ours: caller.account), as \(supplied: caller.arn), but allowed-account-ids has "
                + "\(ours: allowed.joined(separator: ", ")).",
            advice: "Check role-to-assume, or the step that sets the credentials, and allowed-account-ids.")
    }

    static func functionInOtherAccount(_ account: String, _ allowed: [String]) -> Diagnosis {
        Diagnosis(
            title: "account \(account) is not one of allowed-account-ids",
            happened:
                "The function is in account \(ours: account), but allowed-account-ids has \(ours: allowed.joined(separator: ", ")).",
            advice: "Check function-name, role-to-assume and allowed-account-ids.")
    }

    private static func callerUnknown(_ failure: AWSFailure) -> Diagnosis {
        let more = {
            if case .refused(let refusal) = failure { Diagnosis(of: refusal).advice } else { "Run again." as Wording }
        }()
        return Diagnosis(
            title: "the account could not be checked",
            happened: "allowed-account-ids asks whose the AWS credentials are, and nobody says it: \(failure.wording).",
            advice: more)
    }
}

/// Source: https://docs.github.com/actions/reference/security/oidc
let tokenRight = "permissions:\n  id-token: write\n  contents: read"

extension AWSFailure {
    /// Goes on after a colon.
    var wording: Wording {
        switch self {
        case .refused(let refusal): refusal.wording
        case .outcomeUnknown(let operation, let reason), .unreachable(let operation, let reason):
            "\(ours: operation): \(supplied: reason.withoutFullStop)"
        case .cancelled: "the run was cancelled"
        }
    }
}

extension Refusal {
    /// AWS's own words, with what was asked.
    var wording: Wording {
        let said: Wording = message.isEmpty ? "" : ": \(supplied: message.withoutFullStop)"
        let request: Wording = requestID.map { " (request \(ours: $0))" } ?? ""
        return "\(ours: operation) was refused with \(ours: code.isEmpty ? "HTTP \(status)" : code)\(said)\(request)"
    }
}
