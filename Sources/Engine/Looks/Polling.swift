import AWSCore
import AWSServices

/// What one look told a wait.
package enum Look<Value> {
    case done(Value)
    case notYet(Status)
}

/// How a wait ended.
package enum Polled<Value> {
    case done(Value)
    case timedOut(Status, waited: Duration)
}

extension FunctionEngine {
    /// Looks again and again on the ``PollSchedule`` until a look says that it is done, or the wait's time is over.
    /// - Parameter look: is told how long it may take.
    package func poll<Value>(
        _ waiting: Waiting, until look: (_ within: Duration) async throws(Interruption) -> Look<Value>
    ) async throws(Interruption) -> Polled<Value> {
        let limit = waits.timeout
        let began = clock.elapsed()
        var last: Status?
        while true {
            let left = max(limit - (clock.elapsed() - began), Budget.leastForARead)
            let seen = try await attempt(look, within: left, mayFail: clock.elapsed() - began < limit)
            let waited = clock.elapsed() - began
            switch seen {
            case .done(let value):
                if let last { tell(.waitEnded(waiting, last, waited: waited)) }
                return .done(value)
            case .notYet(let status):
                if last == nil { tell(.waitBegan(waiting)) }
                tell(.polled(waiting, status, waited: waited, limit: limit, isNews: status != last))
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

    package func pause(_ duration: Duration) async throws(Interruption) {
        do {
            try await clock.sleep(for: duration)
        } catch {
            throw .failed(.cancelled)
        }
    }
}
