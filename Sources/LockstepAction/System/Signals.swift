import Glibc
import Reporting

/// SIGINT and SIGTERM, by which the runner cancels a step: first the one, 7.5 seconds later the other. And SIGHUP, for
/// whoever closes the terminal while traffic goes over. SIGWINCH says that its window has another size.
///
/// As PID 1 of a container a process gets only the signals it asks for.
struct StopSignals: Sendable {
    private let signals: sigset_t

    /// Blocks the signals. To be done on the main thread before any other starts, for threads inherit it: so only the
    /// thread that waits for them gets them.
    init() {
        var signals = sigset_t()
        sigemptyset(&signals)
        sigaddset(&signals, SIGINT)
        sigaddset(&signals, SIGTERM)
        sigaddset(&signals, SIGWINCH)
        // Waited for, it would come even where nohup has it ignored.
        if !Self.isIgnored(SIGHUP) { sigaddset(&signals, SIGHUP) }
        pthread_sigmask(SIG_BLOCK, &signals, nil)
        self.signals = signals
        signal(SIGPIPE, SIG_IGN)  // a log that nobody reads any more is no reason to leave AWS half done
    }

    private static func isIgnored(_ signal: Int32) -> Bool {
        var action = sigaction()
        sigaction(signal, nil, &action)
        // Functions cannot be compared, and SIG_IGN is none: it is the address 1.
        return unsafeBitCast(action.__sigaction_handler.sa_handler, to: Int.self) == 1
    }

    /// Gives the main thread to the signals; the first stops the work, and the others change nothing.
    ///
    /// An asynchronous `main` would not do: where it waits, dispatch_main lets every signal in that was blocked, and the
    /// process dies of it (https://github.com/swiftlang/swift-corelibs-libdispatch, `_dispatch_sigsuspend`).
    func wait(stopping work: Task<Void, Never>, redrawing console: any Console) -> Never {
        while true {
            var signals = signals
            var signal: Int32 = 0
            sigwait(&signals, &signal)
            if signal == SIGWINCH { console.redraw() } else { work.cancel() }
        }
    }
}
