import Glibc
import Synchronization
import Testing

/// What ends at once has ended by then on a busy machine, too. The limits that it is told from take twice as long.
let atOnce = Duration.seconds(5)

/// Waits for what another thread does, not for a time in which it should have been done: that is long, or too short.
/// - Parameter what: told if it does not come; a test in a process of its own tells nothing else, not even the place.
func wait(for what: Comment, until isSo: () -> Bool) async throws {
    for _ in 0..<2_000 {
        if isSo() { return }
        try await Task.sleep(for: .milliseconds(5))
    }
    try #require(isSo(), what)
}

/// What one thread does and another waits for.
final class Event: Sendable {
    private let happened = Mutex(false)

    var hasHappened: Bool { happened.withLock { $0 } }

    func happen() {
        happened.withLock { $0 = true }
    }

    /// For a server's thread; a test's task does not block.
    func waitOnThread() {
        for _ in 0..<100_000 where !hasHappened { usleep(1_000) }
    }
}
