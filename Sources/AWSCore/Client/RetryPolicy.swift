/// When a call is tried again. It counts the tries of one call, and knows neither time nor network.
struct RetryPolicy {
    enum NextStep: Equatable {
        case tryAgain(after: Duration)
        case giveUp

        /// `nil`: it is not tried again.
        var pause: Duration? {
            if case .tryAgain(let pause) = self { pause } else { nil }
        }
    }

    /// The call is not tried more often, whatever its budget.
    let mostTries: Int
    /// Of the endpoint, when the call began.
    let reachability: Reachability

    private var tries = 0
    private var triesToConnect = 0
    private var hasCorrectedClock = false
    private var hasChangedKeys = false

    init(mostTries: Int, reachability: Reachability) {
        self.mostTries = mostTries
        self.reachability = reachability
    }

    /// - Parameters:
    ///   - hasOtherKeys: the keys had ended, and there are new ones.
    ///   - random: from 0 up to, not including, 1.
    mutating func next(
        after setback: Setback, effect: AWSCall.Effect, hasOtherKeys: Bool, random: Double
    ) -> NextStep {
        tries += 1
        guard tries < mostTries else { return .giveUp }
        switch (setback, effect) {
        case (.notSent, _): return connectAgain(random, atMost: reachability.mostTries(isResolved: true))
        case (.unresolved, _): return connectAgain(random, atMost: reachability.mostTries(isResolved: false))
        case (.throttled(_, let retryAfter), _), (.passing(_, let retryAfter), _):
            return .tryAgain(after: max(backoff(tries, random), .seconds(retryAfter ?? 0)))
        case (.clockSkewed, _) where !hasCorrectedClock:
            hasCorrectedClock = true
            return .tryAgain(after: .zero)
        case (.refused, _) where hasOtherKeys && !hasChangedKeys:
            hasChangedKeys = true
            return .tryAgain(after: .zero)
        case (.unclear, .read), (.unclear, .repeatable): return .tryAgain(after: backoff(tries, random))
        case (.unclear, .write), (.untrusted, _), (.clockSkewed, _), (.refused, _), (.cancelled, _): return .giveUp
        }
    }

    /// At once the first time, for a connection kept open may have been closed just then.
    private mutating func connectAgain(_ random: Double, atMost most: Int) -> NextStep {
        triesToConnect += 1
        guard triesToConnect < most else { return .giveUp }
        return .tryAgain(after: triesToConnect == 1 ? .zero : backoff(triesToConnect - 1, random))
    }

    /// Full jitter: anything up to half a second, doubled each time, 5 s at most.
    /// Source: https://aws.amazon.com/blogs/architecture/exponential-backoff-and-jitter/
    private func backoff(_ tries: Int, _ random: Double) -> Duration {
        .seconds(min(5, 0.5 * Double(1 << min(tries - 1, 8))) * random)
    }
}
