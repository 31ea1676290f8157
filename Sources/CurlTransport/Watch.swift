import HTTP

/// Why we end a request ourselves.
enum Stop: Equatable {
    case cancelled
    case because(String)
}

/// When a request must end, from what has happened to it so far. The time to connect is libcurl's to watch.
struct Watch {
    let limits: HTTPLimits
    let accepted: ContinuousClock.Instant
    /// When the last byte was sent or received; `nil` before the first is sent.
    var lastByte: ContinuousClock.Instant?
    var cancelled: ContinuousClock.Instant?

    var deadline: ContinuousClock.Instant { end.at }

    /// Why the request must end now, if it must.
    func stop(at now: ContinuousClock.Instant) -> Stop? {
        end.at <= now ? end.why : nil
    }

    /// The earliest of its ends.
    private var end: (at: ContinuousClock.Instant, why: Stop) {
        var ends = [(at: accepted + limits.total, why: Stop.because("no complete answer within \(limits.total.shown)"))]
        if let lastByte {
            ends.append((lastByte + limits.idle, .because("no byte sent or received for \(limits.idle.shown)")))
        }
        if let cancelled {
            ends.append((cancelled + (lastByte == nil ? .zero : limits.graceWhenCancelled), .cancelled))
        }
        return ends.reduce(ends[0]) { $1.at < $0.at ? $1 : $0 }
    }
}

extension Watch {
    init(waiting call: Call, at now: ContinuousClock.Instant) {
        limits = call.request.limits
        accepted = call.accepted
        cancelled = call.cancellation.isAsked ? now : nil
    }
}

extension Duration {
    /// To a tenth of a second: what is left of a budget is an odd number.
    var shown: String {
        let tenths = max(1, (milliseconds + 50) / 100)
        return "\(tenths / 10)\(tenths % 10 == 0 ? "" : ".\(tenths % 10)") seconds"
    }

    /// Whole milliseconds, rounded up.
    var milliseconds: Int {
        let (seconds, attoseconds) = components
        return Int(seconds) * 1000 + Int((attoseconds + 999_999_999_999_999) / 1_000_000_000_000_000)
    }
}
