/// What can go wrong with one request. Tests go through all of them; a new case is picked up by itself.
package enum Fault: String, Sendable, CaseIterable {
    /// The connection never opened.
    case notSent = "not-sent"
    /// Sent, but AWS never got it.
    case requestLost = "request-lost"
    /// AWS carried it out, and the answer was lost.
    case answerLost = "answer-lost"
    /// The connection was closed while the request was being sent: AWS did nothing.
    case connectionClosed = "connection-closed"
    /// 429 without a hint when to come back.
    case throttled = "throttled"
    /// 429 with Retry-After: 3.
    case throttledRetryAfter = "throttled-retry-after"
    /// 500, and nothing was done.
    case failed = "failed"
    /// 500, and yet it was carried out.
    case failedButDone = "failed-but-done"
    /// 503 with a page of HTML from something on the way; nothing was done.
    case unavailable = "unavailable"
    /// It was carried out; the JSON of the answer stops in the middle.
    case cutOff = "cut-off"
    /// It was carried out; the answer is no JSON at all.
    case garbage = "garbage"
    /// It was carried out; the answer takes longer than the request may.
    case slow = "slow"
    /// A read that shows what was one revision ago (of the function that it asks for); writes are not touched.
    case staleRevision = "stale-revision"
    /// A read that shows what was five seconds ago; writes are not touched.
    case staleSeconds = "stale-seconds"
}
