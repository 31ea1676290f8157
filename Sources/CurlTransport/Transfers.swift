import CCurl
import HTTP

/// A deployment needs one or two at a time; no control plane minds eight.
private let mostAtOnce = 8
private let mostIdleConnections = 64
/// No wait in the loop is longer, though it is woken for everything that happens.
private let longestWait = Duration.seconds(60)

/// The requests under way and those that wait for a place. Lives and dies on the loop's thread.
///
/// The places are counted here and not by libcurl's own limit of connections a host: libcurl lets the connect
/// time-out run while a request waits for a place.
struct Transfers {
    private let multi: UnsafeMutableRawPointer
    private let settings: LibcurlSettings
    private let kept = KeptConnections()
    private var waiting: [Call] = []
    private var running: [UnsafeMutableRawPointer: Transfer] = [:]

    init(multi: UnsafeMutableRawPointer, settings: LibcurlSettings) {
        self.multi = multi
        self.settings = settings.resolved(on: .linux)
        curl_multi_set_long(multi, CURLMOPT_MAXCONNECTS, mostIdleConnections)
    }

    mutating func add(_ calls: [Call]) {
        waiting += calls
    }

    /// Does what there is to do, then waits for more: bytes, a deadline, a wake-up.
    /// - Returns: why nothing more can be done; `nil` as long as all is well.
    mutating func turn() -> HTTPFailure? {
        var left: Int32 = 0
        let performed = curl_multi_perform(multi, &left)
        collectAnswers()
        let now = ContinuousClock.now
        endWhatIsOver(at: now)
        startWaiting()
        let polled = curl_multi_poll(multi, nil, 0, Int32(clamping: wait(from: now).milliseconds), nil)
        return performed == CURLM_OK && polled == CURLM_OK ? nil : .outcomeUnknown(reason: "libcurl's loop failed")
    }

    /// Ends all requests as this failure.
    mutating func end(_ failure: HTTPFailure) {
        for handle in Array(running.keys) { remove(handle)?.end(.failure(failure)) }
        for call in waiting { call.continuation.resume(returning: .failure(failure)) }
        waiting = []
    }

    private mutating func collectAnswers() {
        var left: Int32 = 0
        // At most one message a running transfer.
        while let message = curl_multi_info_read(multi, &left) {
            guard message.pointee.msg == CURLMSG_DONE, let handle = message.pointee.easy_handle else { continue }
            // Removing the handle ends the message.
            let code = message.pointee.data.result
            running[handle]?.noteConnection()
            guard let transfer = remove(handle) else { continue }
            transfer.end(transfer.result(code))
        }
    }

    private mutating func endWhatIsOver(at now: ContinuousClock.Instant) {
        for (handle, transfer) in running {
            transfer.look(at: now)
            guard let stop = transfer.watch.stop(at: now) else { continue }
            remove(handle)?.end(.failure(transfer.failure(stop)))
        }
        waiting = waiting.filter { call in
            guard let stop = Watch(waiting: call, at: now).stop(at: now) else { return true }
            let authority = call.request.origin.authority
            call.continuation.resume(returning: .failure(HTTPFailure(stop, wasSent: false, authority: authority)))
            return false
        }
    }

    private mutating func startWaiting() {
        while running.count < mostAtOnce, !waiting.isEmpty {
            let call = waiting.removeFirst()
            switch Transfer.make(call: call, settings: settings, kept: kept) {
            case .success(let transfer):
                running[transfer.easy] = transfer
                curl_multi_add_handle(multi, transfer.easy)
            case .failure(let failure):
                call.continuation.resume(returning: .failure(failure))
            }
        }
    }

    private mutating func remove(_ handle: UnsafeMutableRawPointer) -> Transfer? {
        curl_multi_remove_handle(multi, handle)
        return running.removeValue(forKey: handle)
    }

    private func wait(from now: ContinuousClock.Instant) -> Duration {
        let deadlines = running.values.map(\.watch.deadline) + waiting.map { Watch(waiting: $0, at: now).deadline }
        return deadlines.map { max(.zero, now.duration(to: $0)) }.reduce(longestWait, min)
    }
}
