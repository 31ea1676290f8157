import AWSCore

/// Why a deployment ended without success. Cases carry facts; the sentences are the action's.
package enum DeploymentFailure: Error, Sendable {
    case cancelled
    /// AWS said no, for good.
    case refused(Refusal)
    case unreachable(operation: String, reason: String)
    /// A call's outcome is not known, and looking did not tell.
    case unknown(operation: String, reason: String)
    case timedOut(Waiting, lastSeen: Status, waited: Duration)

    case functionMissing
    case functionVanished
    /// `State: Failed`: it can only be deleted and created anew.
    case creationFailed(reason: String)
    case revisionMismatch(required: String, found: String?)
    case packageTypeMismatch(planned: String, found: String)
    /// AWS could not decrypt the variables that stand, so nothing can be merged with them.
    case environmentUnreadable(reason: String)
    /// No `CodeSha256` is shown, so nobody can tell what would be published.
    case digestMissing

    /// Our own update was taken and then failed.
    case updateFailed(Write, reason: String, reasonCode: String?)
    case smokeTestFailed(SmokeTestFailure, SmokeTestRun)
    case versionFailed(version: String, reason: String)
    case traffic(TrafficFailure)

    case rollbackImpossible(RollbackObstacle)
    /// A newer run has released already, and `on-superseded: fail` asks for a failure.
    case superseded(Supersession)

    /// Somebody else changed the function or the alias meanwhile, `conflicts` times.
    case conflict(Rival, conflicts: Int)
}

extension String? {
    /// For a reason that AWS owes us.
    var orNoReason: String { self ?? "AWS gave no reason" }
}

extension DeploymentFailure {
    init(_ failure: AWSFailure) {
        switch failure {
        case .refused(let refusal): self = .refused(refusal)
        case .unreachable(let operation, let reason): self = .unreachable(operation: operation, reason: reason)
        case .outcomeUnknown(let operation, let reason): self = .unknown(operation: operation, reason: reason)
        case .cancelled: self = .cancelled
        }
    }

    /// Why a call to AWS told nothing, where the deployment can do without: in a few words. `nil`: that is not what it is.
    var reasonOfCall: String? {
        switch self {
        case .refused(let refusal): "\(refusal.operation) was refused with \(refusal.status) \(refusal.code)"
        case .unreachable(let operation, let reason), .unknown(let operation, let reason): "\(operation): \(reason)"
        default: nil
        }
    }
}
