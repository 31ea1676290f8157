import AWSCore
import Deployment
import Engine

/// A place in AWS's console that tells more about a failure.
enum Pointer: Equatable {
    case function, log, events
    case alarm(String)
    case codeDeployment(String)
}

extension DeploymentFailure {
    var pointers: [Pointer] {
        switch self {
        case .conflict(let rival, _): rival.differences.contains { $0.name.hasPrefix("s3://") } ? [] : [.events]
        case .aliasTaken, .revisionMismatch, .engine(.functionVanished), .rollbackImpossible(.movedMeanwhile):
            [.events]
        case .smokeTestFailed, .versionFailed: [.log]
        case .traffic(.alarm(let alarm, _)), .traffic(.alarmAtHalfWay(let alarm, _)): [.alarm(alarm.name), .log]
        case .traffic(.alarmsAlreadyOn(let alarms)): alarms.map { .alarm($0.name) }
        case .traffic(.codeDeploy(let deployment)): [.codeDeployment(deployment.id)]
        case .engine(.timedOut), .engine(.updateFailed), .functionFailed, .engine(.functionFailed): [.function]
        default: []
        }
    }
}

extension RunResult {
    /// Where to look after this failure: a line each; none where nobody knows the function's ARN.
    var pointers: [Wording] {
        guard case .failed(let failure) = ending else { return [] }
        return failure.pointers.compactMap(wording(of:))
    }

    /// `Log: https://...`
    func wording(of pointer: Pointer) -> Wording? {
        guard let console else { return nil }
        return switch pointer {
        case .function: "Function: \(ours: console.function)"
        case .log: "Log: \(ours: console.log(latest?.logGroup))"
        case .events: "Who it was, some minutes late: \(ours: console.events)"
        case .alarm(let name): "Alarm: \(ours: console.alarm(name))"
        case .codeDeployment(let id): "Deployment: \(ours: console.codeDeployment(id))"
        }
    }
}
