import AWSCore
import Synchronization

/// Time that passes only when somebody sleeps, or says so; chance that is always the same.
final class ManualClock: Clock {
    private struct State {
        var elapsed = Duration.zero
        var pauses: [Duration] = []
    }

    private let state = Mutex(State())
    private let start: Double
    private let chance: Double
    private let isCancelled: Bool

    init(secondsSince1970: Double = 1_440_938_160, random: Double = 0.5, isCancelled: Bool = false) {
        start = secondsSince1970
        chance = random
        self.isCancelled = isCancelled
    }

    /// How long each sleep was to be.
    var pauses: [Duration] { state.withLock { $0.pauses } }

    func advance(by duration: Duration) {
        state.withLock { $0.elapsed += duration }
    }

    func elapsed() -> Duration { state.withLock { $0.elapsed } }
    func secondsSince1970() -> Double { start + elapsed() / .seconds(1) }
    func random() -> Double { chance }

    func sleep(for duration: Duration) async throws(CancellationError) {
        if isCancelled { throw CancellationError() }
        state.withLock {
            $0.pauses.append(duration)
            $0.elapsed += duration
        }
    }
}
