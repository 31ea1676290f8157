/// Time and chance, passed in so that a test can own both.
package protocol Clock: Sendable {
    /// The time since some fixed moment. It never goes back, whatever happens to the time of day.
    func elapsed() -> Duration

    /// The time of day as seconds since 1970-01-01T00:00:00Z.
    func secondsSince1970() -> Double

    /// Returns after `duration`, or throws at once when the task is or gets cancelled.
    func sleep(for duration: Duration) async throws(CancellationError)

    /// A number from 0 up to, not including, 1.
    func random() -> Double
}
