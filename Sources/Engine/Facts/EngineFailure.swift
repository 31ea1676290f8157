import AWSCore
import AWSServices

/// Why the conversation with AWS cannot go on. Cases carry facts.
package enum EngineFailure: Error, Sendable {
    case cancelled
    /// AWS said no, for good.
    case refused(Refusal)
    case unreachable(operation: String, reason: String)
    /// A call's outcome is not known, and looking did not tell.
    case unknown(operation: String, reason: String)
    case timedOut(Waiting, lastSeen: Status, waited: Duration)
    case functionVanished
    /// `State: Failed`: nothing can be deployed to it.
    case functionFailed(FunctionConfiguration)
    /// Our own update was taken and then failed.
    case updateFailed(Write, StatedReason)
}

extension String? {
    /// For a reason that AWS owes us.
    package var orNoReason: String { self ?? "AWS gave no reason" }
}

extension EngineFailure {
    package init(_ failure: AWSFailure) {
        switch failure {
        case .refused(let refusal): self = .refused(refusal)
        case .unreachable(let operation, let reason): self = .unreachable(operation: operation, reason: reason)
        case .outcomeUnknown(let operation, let reason): self = .unknown(operation: operation, reason: reason)
        case .cancelled: self = .cancelled
        }
    }

    /// Why a call to AWS told nothing, where one can do without: in a few words. `nil`: that is not what it is.
    package var reasonOfCall: Wording? {
        switch self {
        case .refused(let refusal):
            "\(ours: refusal.operation) was refused with \(refusal.status) \(ours: refusal.code)"
        case .unreachable(let operation, let reason), .unknown(let operation, let reason):
            "\(ours: operation): \(supplied: reason)"
        default: nil
        }
    }
}
