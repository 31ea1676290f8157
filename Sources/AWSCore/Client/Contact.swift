import Synchronization

/// What is known in this run of whether anybody is at an endpoint.
enum Reachability: Sendable {
    case unknown
    /// Somebody has answered: what goes wrong later is an outage, and is borne.
    case proven
    /// Nobody has ever answered, though one call has tried to the end: the next need not begin anew.
    case doubtful

    /// How often it is tried to open a connection. A wrong name or address is likelier at the start than an outage, and is told
    /// in seconds: after at most 3.5 s of pauses, or 7.5 s.
    func mostTries(isResolved: Bool) -> Int {
        switch self {
        case .proven: 8
        case .unknown: isResolved ? 6 : 5
        case .doubtful: 1
        }
    }
}

/// Learns it.
final class Contact: Sendable {
    private let learned = Mutex(Reachability.unknown)

    var reachability: Reachability { learned.withLock { $0 } }

    func answered() {
        learned.withLock { $0 = .proven }
    }

    /// A call has been given up.
    func ended(after setback: Setback) {
        guard setback.kind == .unreachable else { return }
        learned.withLock { if $0 == .unknown { $0 = .doubtful } }
    }
}
