import AWSCore
import Synchronization

/// All facts of a run with the time of each, told to a listener as they happen.
package final class Journal: Sendable {
    package struct Entry: Sendable {
        package let fact: Fact
        /// Since the run began.
        package let at: Duration
    }

    private let recorded = Mutex<[Entry]>([])
    private let clock: any Clock
    private let began: Duration
    private let listener: @Sendable (Entry) -> Void

    package init(clock: any Clock, listener: @escaping @Sendable (Entry) -> Void) {
        self.clock = clock
        self.listener = listener
        began = clock.elapsed()
    }

    package func record(_ fact: Fact) {
        let entry = Entry(fact: fact, at: elapsed)
        recorded.withLock { $0.append(entry) }
        listener(entry)
    }

    package var entries: [Entry] { recorded.withLock { $0 } }

    /// Since the run began.
    package var elapsed: Duration { clock.elapsed() - began }
}
