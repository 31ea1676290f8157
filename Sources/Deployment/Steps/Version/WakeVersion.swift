import AWSCore
import AWSServices
import Engine

/// Each after a look that says that it is still asleep: the one before was lost, or came to nothing.
private let callsAtMost = 3

extension FunctionDeployment {
    /// Wakes a version before it gets traffic: its next call is what wakes it, and is refused, and with SnapStart it then takes
    /// minutes until one is not. So that call is ours, a synchronous one, for one that is queued would be tried again later.
    ///
    /// In an emergency a slow first call beats a broken version: where it cannot be called, or takes too long and
    /// `on-wait-timeout` asks for it, it goes on with a warning.
    /// Source: https://docs.aws.amazon.com/lambda/latest/dg/snapstart-troubleshooting.html
    /// - Returns: the version as it was seen last.
    func wake(
        _ version: FunctionConfiguration, _ number: String
    ) async throws(Interruption) -> FunctionConfiguration {
        journal.record(.versionAsleep(number))
        if let time = version.executionTimeoutOverAnInvocation {
            journal.record(.versionNotWoken(number, .runsTooLong(seconds: time)))
            return version
        }
        var calls = 1
        if let refusal = try await call(asleep: number) {
            journal.record(.versionNotWoken(number, .refused(refusal)))
            return version
        }
        let polled = try await engine.poll(.versionAwakening(number)) {
            (within: Duration) async throws(Interruption) -> Look<Awakening> in
            let seen = try await engine.lookAtVersion(number, within: within)?.configuration
            switch try readiness(of: seen, number) {
            case .ready: return .done(.awake(seen ?? version))
            case .asleep where calls < callsAtMost:
                calls += 1
                if let refusal = try await call(asleep: number) { return .done(.refused(refusal)) }
            case .asleep, .notYet, .failed: break
            }
            return .notYet(Status(seen))
        }
        switch polled {
        case .done(.awake(let seen)): return seen
        case .done(.refused(let refusal)): journal.record(.versionNotWoken(number, .refused(refusal)))
        case .timedOut(let status, let waited):
            guard plan.waits.onTimeout == .attempt else {
                throw .failed(.timedOut(.versionAwakening(number), lastSeen: status, waited: waited))
            }
            journal.record(.versionNotWoken(number, .takesTooLong))
        }
        return version
    }

    /// Calls it with the first test's event. Whatever else comes of it, a look tells.
    /// - Returns: the refusal, if no further call would be taken either.
    private func call(asleep number: String) async throws(Interruption) -> Refusal? {
        let event = plan.smokeTests?.tests.first?.payload ?? .object([:])
        do {
            _ = try await engine.call { () throws(AWSFailure) in
                try await lambda.invoke(
                    engine.functionName, qualifier: number, payload: Array(event.text.utf8), patience: Budget.read,
                    within: Budget.read)
            }
        } catch .failed(.refused(let refusal)) where refusal.saysItCannotBeCalled {
            return refusal
        } catch .failed(.cancelled) {
            throw .failed(.cancelled)
        } catch {
            // That it is refused is what wakes it.
        }
        return nil
    }
}

private enum Awakening {
    case awake(FunctionConfiguration)
    /// Nor would any further call be taken.
    case refused(Refusal)
}

extension FunctionConfiguration {
    fileprivate var executionTimeoutOverAnInvocation: Int? {
        members["DurableConfig"]?["ExecutionTimeout"]?.integer.flatMap { $0 > longestInvocation ? $0 : nil }
    }
}

extension Refusal {
    /// It is not refused for being asleep, and would be again.
    fileprivate var saysItCannotBeCalled: Bool { (400..<500).contains(status) && status != 429 && !saysNotReady }
}
