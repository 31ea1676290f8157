import AWSCore
import AWSServices
import Engine

/// Each after a look that says that it is still asleep: the one before was lost, or came to nothing.
private let callsAtMost = 3

extension FunctionDeployment {
    /// Wakes a version before it gets traffic: its next call is what wakes it, and is refused, and with SnapStart it then takes
    /// minutes until one is not. So that call is ours, a synchronous one, for one that is queued would be tried again later.
    ///
    /// In an emergency a slow first call beats a broken version: who may not call, or asks for it with `on-wait-timeout`, goes
    /// on with a warning.
    /// Source: https://docs.aws.amazon.com/lambda/latest/dg/snapstart-troubleshooting.html
    func wake(_ number: String) async throws(Interruption) {
        journal.record(.versionAsleep(number))
        var calls = 1
        if let refusal = try await call(asleep: number) { return journal.record(.versionNotWoken(number, refusal)) }
        let polled = try await engine.poll(.versionAwakening(number)) {
            (within: Duration) async throws(Interruption) -> Look<Void> in
            let seen = try await engine.lookAtVersion(number, within: within)?.configuration
            switch try readiness(of: seen, number) {
            case .ready: return .done(())
            case .asleep where calls < callsAtMost:
                calls += 1
                _ = try await call(asleep: number)
            case .asleep, .notYet, .failed: break
            }
            return .notYet(Status(seen))
        }
        guard case .timedOut(let status, let waited) = polled else { return }
        guard plan.waits.onTimeout == .attempt else {
            throw .failed(.timedOut(.versionAwakening(number), lastSeen: status, waited: waited))
        }
        journal.record(.versionNotWoken(number, nil))
    }

    /// Calls it with the first test's event. Whatever comes of it, a look tells.
    /// - Returns: the refusal, if nobody here may call it.
    private func call(asleep number: String) async throws(Interruption) -> Refusal? {
        let event = plan.smokeTests?.tests.first?.payload ?? .object([:])
        do {
            _ = try await engine.call { () throws(AWSFailure) in
                try await lambda.invoke(
                    engine.functionName, qualifier: number, payload: Array(event.text.utf8), patience: Budget.read,
                    within: Budget.read)
            }
        } catch .failed(.refused(let refusal)) where refusal.status == 403 {
            return refusal
        } catch .failed(.cancelled) {
            throw .failed(.cancelled)
        } catch {
            // That it is refused is what wakes it.
        }
        return nil
    }
}
