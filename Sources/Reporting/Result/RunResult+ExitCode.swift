import AWSServices
import Deployment
import Engine
import Inputs

extension RunResult {
    /// - Parameter areInputsWrong: they are why it failed.
    func exitCode(areInputsWrong: Bool, _ wishes: Wishes) -> ExitCode {
        switch ending {
        case .notStarted, .failed(.functionMissing): areInputsWrong ? .wrongInputs : .failure
        case .failed(let failure): failure.exitCode
        case .succeeded(.plan): wishes.tellsChanges && isChanged ? .changesPlanned : .success
        case .succeeded(.deploy), .succeeded(.rollback), .succeeded(.package), .succeeded(.permissions),
            .succeeded(.status):
            .success
        }
    }
}

extension DeploymentFailure {
    /// What a script may want to do about it: try again later, leave it to people, or look for a fault.
    fileprivate var exitCode: ExitCode {
        switch self {
        case .engine(.cancelled): .cancelled
        case .conflict, .aliasTaken, .revisionMismatch, .superseded, .rollbackImpossible(.movedMeanwhile): .conflict
        case .smokeTestFailed: .unfit
        case .traffic(let failure): failure.exitCode
        case .engine, .functionMissing, .functionFailed, .accountNotAllowed, .bucketUnfit, .packageTypeMismatch,
            .onlyForCreation, .notTaken, .environmentUnreadable, .digestMissing, .oldCodeNotKept, .wouldBeRefused,
            .versionFailed, .storageFull, .rollbackImpossible, .deadlineReached:
            .failure
        }
    }
}

extension TrafficFailure {
    fileprivate var exitCode: ExitCode {
        switch self {
        case .alarm, .alarmAtHalfWay, .alarmsAlreadyOn: .unfit
        // https://docs.aws.amazon.com/codedeploy/latest/APIReference/API_ErrorInformation.html
        case .codeDeploy(let deployment): deployment.errorCode == "ALARM_ACTIVE" ? .unfit : .failure
        case .alarmsMissing, .shareInDoubt, .blind, .notWarm: .failure
        }
    }
}
