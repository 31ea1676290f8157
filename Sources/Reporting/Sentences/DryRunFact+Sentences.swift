import AWSCore
import Deployment
import Engine

extension DryRunFact {
    var sentences: [Sentence] {
        switch self {
        case .notMade(let obstacle): [.said("No dry run, so nothing is proved: \(obstacle.wording)")]
        case .began: [.said("Asking AWS by UpdateFunctionCode with DryRun, which changes nothing")]
        case .proved:
            [
                .said("Proved by the dry run: AWS accepts this code from these credentials"),
                .said("Not proved: every other permission (configuration, version, alias), and that the code works"),
            ]
        case .notProved(.updateInProgress): [.said("Not proved: an update is in progress, so AWS rejected the dry run")]
        case .notProved(.configurationGoesFirst(let member)):
            [
                .said(
                    "Not proved: AWS rejects the code because of the current \(ours: member.rawValue), which a deployment then "
                        + "changes first")
            ]
        }
    }
}

extension DryRunObstacle {
    fileprivate var wording: Wording {
        switch self {
        case .rollback: "a rollback sends no code"
        case .superseded: "a deployment would give way to a newer run"
        case .codeStands: "the code would not be sent, because it already matches"
        case .creation: "AWS has none for creating a function"
        case .upload: "the package would be uploaded to S3 first"
        case .otherEndpoint: "this endpoint is not AWS's own, and might carry it out"
        }
    }
}
