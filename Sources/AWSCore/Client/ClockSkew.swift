import Synchronization

/// How far AWS's clock is ahead of ours, learned when a signature's time is refused and kept for the rest of the run.
final class ClockSkew: Sendable {
    private let learned = Mutex(0.0)

    var seconds: Double {
        get { learned.withLock { $0 } }
        set { learned.withLock { $0 = newValue } }
    }
}
