/// Why an attempt ended: for good, or because somebody else was there.
package enum Interruption: Error {
    case failed(EngineFailure)
    case rival(Rival)
    /// What the engine's user found out by itself, in a look or between two writes.
    case stopped(any StopReason)
}

/// A failure that is the user's own: the engine passes it on and asks nothing about it.
package protocol StopReason: Error {}

extension Interruption {
    /// Whether the same call may do well a little later.
    package var mayPass: Bool {
        switch self {
        case .failed(.unreachable), .failed(.unknown): true
        case .failed(.refused(let refusal)): refusal.status == 429 || refusal.code == "ThrottlingException"
        default: false
        }
    }
}
