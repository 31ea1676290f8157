import AWSCore
import AWSServices

/// What one look told a wait.
enum Look<Value> {
    case done(Value)
    case notYet(Status)
}

/// How a wait ended.
enum Polled<Value> {
    case done(Value)
    case timedOut(Status, waited: Duration)
}

extension Deployment {
    /// Looks again and again on the ``PollSchedule`` until a look says that it is done, or the wait's time is over.
    /// - Parameter look: is told how long it may take.
    func poll<Value>(
        _ waiting: Waiting, until look: (_ within: Duration) async throws(Interruption) -> Look<Value>
    ) async throws(Interruption) -> Polled<Value> {
        let limit = plan.waits.timeout
        let began = clock.elapsed()
        var last: Status?
        while true {
            let left = max(limit - (clock.elapsed() - began), Budget.leastForARead)
            let seen = try await attempt(look, within: left, mayFail: clock.elapsed() - began < limit)
            let waited = clock.elapsed() - began
            switch seen {
            case .done(let value):
                if let last { journal.record(.waitEnded(waiting, last, waited: waited)) }
                return .done(value)
            case .notYet(let status):
                if last == nil { journal.record(.waitBegan(waiting)) }
                journal.record(.polled(waiting, status, waited: waited, limit: limit, isNews: status != last))
                last = status
                guard waited < limit else { return .timedOut(status, waited: waited) }
                let chance = clock.random()
                try await pause(PollSchedule.delay(waited: waited, remaining: limit - waited, chance: chance))
            }
        }
    }

    /// AWS answered before the wait began, so while it cannot be reached there is only nothing to be seen.
    private func attempt<Value>(
        _ look: (_ within: Duration) async throws(Interruption) -> Look<Value>, within left: Duration, mayFail: Bool
    ) async throws(Interruption) -> Look<Value> {
        do {
            return try await look(left)
        } catch {
            guard mayFail, case .failed(.unreachable) = error else { throw error }
            return .notYet(.unreachable)
        }
    }

    func pause(_ duration: Duration) async throws(Interruption) {
        do {
            try await clock.sleep(for: duration)
        } catch {
            throw .failed(.cancelled)
        }
    }

    /// A call to AWS, its failure being the deployment's.
    func call<Answer>(_ send: () async throws(AWSFailure) -> Answer) async throws(Interruption) -> Answer {
        do {
            return try await send()
        } catch {
            throw .failed(DeploymentFailure(error))
        }
    }
}

/// The longest that single calls may take, retries included.
enum Budget {
    static let read = Duration.seconds(30)
    static let leastForARead = Duration.seconds(10)
    /// To ask for a package's digest: the deployment does without if it must.
    static let identification = Duration.seconds(5)
    static let write = Duration.seconds(60)
    /// For all old versions together: the next run goes on with what is left.
    static let pruning = Duration.seconds(60)
    /// For one of them: quick work, and none is worth much waiting.
    static let deletion = Duration.seconds(10)
    /// Room for 50 MB over a slow line.
    static let upload = Duration.seconds(600)
    /// At the end of a run that was cancelled, for each call and for all about the alias: the runner kills a cancelled step after 7.5 seconds.
    static let lastCall = Duration.milliseconds(700)
    static let lastCalls = Duration.milliseconds(2100)
}
