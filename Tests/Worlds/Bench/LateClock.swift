import AWSCore
import Engine
import Synchronization

/// A clock that has gone on when it is looked at for the second time: what came in between took so long.
struct LateClock: Clock {
    private let clock: any Clock
    private let late: Duration
    private let hasBegun = Flag()

    init(_ clock: any Clock, by late: Duration) {
        self.clock = clock
        self.late = late
    }

    func elapsed() -> Duration { hasBegun.raise() ? clock.elapsed() + late : clock.elapsed() }
    func secondsSince1970() -> Double { clock.secondsSince1970() }
    func sleep(for duration: Duration) async throws(CancellationError) { try await clock.sleep(for: duration) }
    func sideBySide(_ works: [@Sendable () async -> Bool]) async { await clock.sideBySide(works) }
    func random() -> Double { clock.random() }
}

private final class Flag: Sendable {
    private let isRaised = Mutex(false)

    /// - Returns: whether it was raised before.
    func raise() -> Bool {
        isRaised.withLock { isRaised in
            defer { isRaised = true }
            return isRaised
        }
    }
}

extension Bench {
    /// Gives the run a deadline that stops its work at a time since the world's beginning. The longest deadline there is leaves
    /// room for the longest steps.
    package mutating func stopWork(after time: Duration) {
        inputs["deadline"] = "86400"
        spent = .seconds(86_400) - Budget.puttingBack - time
    }

    /// As without that.
    mutating func takeTime() {
        inputs["deadline"] = nil
        spent = .zero
    }
}
