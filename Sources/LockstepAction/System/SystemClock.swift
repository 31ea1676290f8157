import AWSCore
import Glibc

/// The machine's clocks, and its chance.
package struct SystemClock: Clock {
    private let start = ContinuousClock.now

    package init() {}

    package func elapsed() -> Duration {
        ContinuousClock.now - start
    }

    package func secondsSince1970() -> Double {
        var now = timespec()
        clock_gettime(CLOCK_REALTIME, &now)
        return Double(now.tv_sec) + Double(now.tv_nsec) / 1e9
    }

    package func sleep(for duration: Duration) async throws(CancellationError) {
        do {
            try await Task.sleep(for: duration)
        } catch {
            throw CancellationError()  // the only thing that Task.sleep throws
        }
    }

    package func random() -> Double {
        Double.random(in: 0..<1)
    }
}
