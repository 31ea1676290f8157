/// Time and chance, passed in so that a test can own both.
package protocol Clock: Sendable {
    /// The time since some fixed moment. It never goes back, whatever happens to the time of day.
    func elapsed() -> Duration

    /// The time of day as seconds since 1970-01-01T00:00:00Z.
    func secondsSince1970() -> Double

    /// Returns after `duration`, or throws at once when the task is or gets cancelled.
    func sleep(for duration: Duration) async throws(CancellationError)

    /// Runs these at once, and returns when all have ended. When one ends with `false`, the others are cancelled.
    func sideBySide(_ works: [@Sendable () async -> Bool]) async

    /// A number from 0 up to, not including, 1.
    func random() -> Double
}

extension Clock {
    /// As it is wherever time passes by itself.
    package func sideBySide(_ works: [@Sendable () async -> Bool]) async {
        await withTaskGroup(of: Bool.self) { group in
            for work in works { group.addTask(operation: work) }
            for await goesOn in group where !goesOn { group.cancelAll() }
        }
    }
}
