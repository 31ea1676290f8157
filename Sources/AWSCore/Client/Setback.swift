import HTTP

/// Why one try brought no answer that can be used, in the terms that decide what comes next.
package enum Setback: Error, Equatable {
    case notSent(reason: String)
    case unresolved(reason: String)
    case untrusted(reason: String)
    /// Too much was asked, and nothing was done. `retryAfter` is in seconds.
    case throttled(Refusal, retryAfter: Double?)
    /// What the call names as such: nothing was done, and a second try may well not meet it.
    case passing(Refusal, retryAfter: Double?)
    /// The signature's time was refused, and nothing was done; AWS's clock showed this.
    case clockSkewed(Refusal, secondsSince1970: Double)
    case refused(Refusal)
    case unclear(reason: String)
    case cancelled

    init(_ failure: HTTPFailure) {
        switch failure {
        case .notSent(let reason): self = .notSent(reason: reason)
        case .unresolved(let reason): self = .unresolved(reason: reason)
        case .untrusted(let reason): self = .untrusted(reason: reason)
        case .outcomeUnknown(let reason): self = .unclear(reason: reason)
        case .cancelled: self = .cancelled
        }
    }

    /// What an answer other than 2xx means.
    init(_ answer: HTTPResponse, to call: AWSCall, errors: AWSService.Errors) {
        let refusal = Refusal(operation: call.operation, answer: answer, errors: errors)
        let serverTime = answer.headers["Date"].flatMap(secondsSince1970(httpDate:))
        if answer.status == 429 || throttlingNames.contains(refusal.code) {
            self = .throttled(refusal, retryAfter: retryAfter(answer, now: serverTime))
        } else if call.passingFaults.contains(refusal.code) {
            self = .passing(refusal, retryAfter: retryAfter(answer, now: serverTime))
        } else if refusal.blamesTheClock, let serverTime {
            self = .clockSkewed(refusal, secondsSince1970: serverTime)
        } else if isUnclear(refusal), !call.harmlessFaults.contains(refusal.code) {
            self = .unclear(reason: sentence(refusal))
        } else {
            self = .refused(refusal)
        }
    }

    /// The failure it is when there is no further try.
    func failure(of operation: String) -> AWSFailure {
        switch self {
        case .notSent(let reason), .unresolved(let reason), .untrusted(let reason):
            .unreachable(operation: operation, reason: reason)
        case .throttled(let refusal, _), .passing(let refusal, _), .clockSkewed(let refusal, _), .refused(let refusal):
            .refused(refusal)
        case .unclear(let reason): .outcomeUnknown(operation: operation, reason: reason)
        case .cancelled: .cancelled(operation: operation)
        }
    }
}

/// Names under which AWS throttles with other statuses than 429.
/// Source: https://docs.aws.amazon.com/sdkref/latest/guide/feature-retry-behavior.html
private let throttlingNames: Set = [
    "Throttling", "ThrottlingException", "ThrottledException", "RequestThrottled", "RequestThrottledException",
    "RequestLimitExceeded", "TooManyRequestsException", "SlowDown",
]

/// Whether the server may have acted: a fault of its own, or a time-out that nobody signed.
private func isUnclear(_ refusal: Refusal) -> Bool {
    refusal.status >= 500 || refusal.status < 200 || (300..<400).contains(refusal.status)
        || (refusal.status == 408 && refusal.code.isEmpty)
}

private func sentence(_ refusal: Refusal) -> String {
    let name = refusal.code.isEmpty ? "" : " \(refusal.code)"
    let request = refusal.requestID.map { " (request \($0))" } ?? ""
    return "the answer was \(refusal.status)\(name): \(refusal.message)\(request)"
}

/// RFC 9110, section 10.2.3: a number of seconds or a date.
private func retryAfter(_ answer: HTTPResponse, now: Double?) -> Double? {
    guard let value = answer.headers["Retry-After"].given else { return nil }
    if let seconds = Int(value) { return Double(max(0, seconds)) }
    guard let now, let date = secondsSince1970(httpDate: value) else { return nil }
    return max(0, date - now)
}

extension Refusal {
    fileprivate var blamesTheClock: Bool {
        guard status == 403 || status == 400 else { return false }
        return code == "RequestTimeTooSkewed" || code == "RequestExpired" || message.hasPrefix("Signature expired")
            || message.hasPrefix("Signature not yet current")
    }
}
