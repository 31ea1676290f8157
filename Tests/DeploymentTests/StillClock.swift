import AWSCore

struct StillClock: Clock {
    func elapsed() -> Duration { .zero }
    func secondsSince1970() -> Double { 0 }
    func sleep(for duration: Duration) async throws(CancellationError) {}
    func random() -> Double { 0 }
}
