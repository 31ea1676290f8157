import CCurl
import Glibc
import HTTP
import Synchronization

/// The thread that carries all requests, and the door through which they reach it.
final class EventLoop: Sendable {
    private struct Door {
        var calls: [Call] = []
        var thread: pthread_t?
        /// Wakes the thread; there while libcurl's handle is.
        var bell: Bell?
        var isClosed = false
    }

    private let settings: LibcurlSettings
    private let door = Mutex(Door())

    init(settings: LibcurlSettings) {
        self.settings = settings
    }

    func submit(_ call: Call) {
        let refusal: String? = door.withLock { door in
            guard !door.isClosed else { return "the transport is shut down" }
            door.thread = door.thread ?? startThread()
            guard door.thread != nil else { return "no thread could be started" }
            door.calls.append(call)
            door.bell?.ring()
            return nil
        }
        if let refusal { call.continuation.resume(returning: .failure(.notSent(reason: refusal))) }
    }

    func wake() {
        door.withLock { $0.bell?.ring() }
    }

    /// Ends the thread; returns when it has ended.
    func close() {
        let thread = door.withLock { door in
            door.isClosed = true
            door.bell?.ring()
            defer { door.thread = nil }
            return door.thread
        }
        if let thread { pthread_join(thread, nil) }
    }
}

// What happens on the thread.
extension EventLoop {
    private func startThread() -> pthread_t? {
        var thread = pthread_t()
        let loop = Unmanaged.passRetained(self)
        let failure = pthread_create(
            &thread, nil,
            { context in
                if let context { Unmanaged<EventLoop>.fromOpaque(context).takeRetainedValue().run() }
                return nil
            }, loop.toOpaque())
        guard failure == 0 else {
            loop.release()
            return nil
        }
        return thread
    }

    private func run() {
        blockSignals()
        guard globalStart == CURLE_OK, let multi = curl_multi_init() else {
            return end(.notSent(reason: "libcurl could not be started"))
        }
        let bell = Bell(multi: multi)
        door.withLock { $0.bell = bell }
        var transfers = Transfers(multi: multi, settings: settings)
        let failure = carry(&transfers)
        transfers.end(failure)
        end(failure)
        curl_multi_cleanup(multi)
    }

    /// Carries requests until the door is closed or libcurl fails; says as what those that are left end.
    private func carry(_ transfers: inout Transfers) -> HTTPFailure {
        // Ends because whoever made the transport closes it, at the latest in its deinit.
        while true {
            let (calls, isClosed) = takeCalls()
            transfers.add(calls)
            if isClosed { return .cancelled }
            if let failure = transfers.turn() { return failure }
        }
    }

    private func takeCalls() -> ([Call], isClosed: Bool) {
        door.withLock { door in
            defer { door.calls = [] }
            return (door.calls, door.isClosed)
        }
    }

    private func end(_ failure: HTTPFailure) {
        let calls = door.withLock { door in
            door.isClosed = true
            door.bell = nil
            defer { door.calls = [] }
            return door.calls
        }
        for call in calls { call.continuation.resume(returning: .failure(failure)) }
    }
}

/// libcurl's handle as the other threads know it.
// Sendable because it does nothing but curl_multi_wakeup, which libcurl allows on any thread, and is gone before the handle.
private struct Bell: @unchecked Sendable {
    private let multi: UnsafeMutableRawPointer

    init(multi: UnsafeMutableRawPointer) {
        self.multi = multi
    }

    func ring() {
        curl_multi_wakeup(multi)
    }
}

/// Once a process; libcurl counts further calls itself.
private let globalStart = {
    #if STATIC_EXECUTABLE
        // nsswitch.conf may name modules (myhostname, mdns). The C library in this program would load them, with all that
        // they need of another C library, and crash. These two are part of it.
        __nss_configure_lookup("hosts", "files dns")
    #endif
    return curl_global_init(Int(CURL_GLOBAL_SSL))
}()

/// Signals belong to the threads that handle them. SIGPIPE is blocked as well: libcurl leaves it alone under NOSIGNAL.
private func blockSignals() {
    var all = sigset_t()
    sigfillset(&all)
    pthread_sigmask(SIG_BLOCK, &all, nil)
}
