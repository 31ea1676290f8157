import AWSCore

/// Time stands still, and nobody may wait.
struct FixedClock: Clock {
    func elapsed() -> Duration { .zero }
    func secondsSince1970() -> Double { 1_440_938_160 }
    func sleep(for duration: Duration) async throws(CancellationError) { throw CancellationError() }
    func random() -> Double { 0 }
}
