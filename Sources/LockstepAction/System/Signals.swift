import Glibc

/// SIGINT and SIGTERM, by which the runner cancels a step: first the one, 7.5 seconds later the other.
///
/// As PID 1 of a container a process gets only the signals it asks for.
package struct StopSignals: Sendable {
    private let signals: sigset_t

    /// Blocks the signals. To be done before any other thread starts, for threads inherit it: so only the thread that
    /// waits for them gets them.
    package init() {
        var signals = sigset_t()
        sigemptyset(&signals)
        sigaddset(&signals, SIGINT)
        sigaddset(&signals, SIGTERM)
        pthread_sigmask(SIG_BLOCK, &signals, nil)
        self.signals = signals
        signal(SIGPIPE, SIG_IGN)  // a log that nobody reads any more is no reason to leave AWS half done
    }

    /// Has `stop` called at the first signal, on a thread of its own.
    package func onFirst(_ stop: @escaping @Sendable () -> Void) {
        let waiter = Unmanaged.passRetained(Waiter(signals: signals, stop: stop))
        var thread = pthread_t()
        pthread_create(
            &thread, nil,
            { context in
                context.map { Unmanaged<Waiter>.fromOpaque($0).takeRetainedValue().wait() }
                return nil
            }, waiter.toOpaque())
    }
}

private final class Waiter {
    private var signals: sigset_t
    private let stop: @Sendable () -> Void

    init(signals: sigset_t, stop: @escaping @Sendable () -> Void) {
        self.signals = signals
        self.stop = stop
    }

    func wait() {
        var signal: Int32 = 0
        sigwait(&signals, &signal)
        stop()
    }
}
