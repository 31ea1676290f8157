import AWSCore
import AWSServices

private let longestDelay = Duration.seconds(2)

extension Deployment {
    /// After a failure or a cancellation: an alias that we moved goes back, and alias and `$LATEST` are looked at once
    /// more.
    ///
    /// Once the run is cancelled, this too is cut off, and done again, shortly, in a task that nobody cancels.
    func leaveInKnownState(after failure: DeploymentFailure) async {
        if !failure.isCancellation {
            await leave(after: failure, LastMoments(isCancelled: false, clock))
            guard Task.isCancelled else { return }
        }
        await Task { await leave(after: failure, LastMoments(isCancelled: true, clock)) }.value
    }

    private func leave(after failure: DeploymentFailure, _ time: LastMoments) async {
        await leaveAlias(after: failure, time)
        let look = await lastLook(within: time.forOneCall)
        if Task.isCancelled { return }
        journal.record(.stateAtTheEnd(look))
    }

    private func lastLook(within budget: Duration) async -> LastLook {
        do {
            return try await lookAtLatest(within: budget).map { .seen($0.configuration) } ?? .notThere
        } catch {
            return .failed
        }
    }

    private func leaveAlias(after failure: DeploymentFailure, _ time: LastMoments) async {
        guard let name = plan.publication?.alias, journal.knowsTheAlias else { return }
        let doubt = journal.aliasWriteInDoubt(after: failure)
        let handedOver = journal.codeDeployInDoubt
        do {
            if let handedOver { return try await stopCodeDeploy(handedOver, name, time) }
            guard let doubt else {
                return journal.record(.aliasAtTheEnd(try await lookAtAlias(name, within: time.left)))
            }
            try await putBack(name, doubt, time)
        } catch {
            guard doubt != nil || handedOver != nil, !Task.isCancelled else { return }
            journal.record(.aliasLeft(nil, reason: await reason(for: error, name, time)))
        }
    }

    /// Why the alias was not put back, and where it was seen after that: what is under way may move it still.
    private func reason(for failure: Interruption, _ name: String, _ time: LastMoments) async -> String {
        guard case .failed(.refused(let refusal)) = failure else { return "it could not be looked at or put back" }
        let refused = "AWS refused \(refusal.operation) with \(refusal.status) \(refusal.code)"
        guard let seen = try? await lookAtAlias(name, within: time.left) else { return refused }
        return "\(refused); when last seen it pointed to version \(seen.traffic)"
    }

    /// Writes the alias as it was over what our own write was decided on. Either that write had not arrived, and cannot
    /// any more, for its RevisionId is past now; or AWS refuses, and a look tells what came of it. No look alone could:
    /// it may lag behind, and the write may arrive after it.
    private func putBack(_ name: String, _ doubt: AliasDoubt, _ time: LastMoments) async throws(Interruption) {
        guard let origin = doubt.origin else { return try await leaveCreated(name, doubt, time) }
        var base = doubt.base ?? origin
        var mayHaveArrived = false
        var delay = Duration.milliseconds(100)
        // New code may be doing harm meanwhile, so what may pass is waited for as long as there is time.
        while time.left > .zero {
            do {
                switch try await tryToPutBack(base, origin, doubt, time, &mayHaveArrived) {
                case .ended(let fact): return journal.record(fact)
                case .notYet(let seen): base = seen
                }
            } catch {
                guard error.mayPass else { throw error }
            }
            try await pause(min(delay, time.left))
            delay = min(delay * 2, longestDelay)
        }
        let reason = "AWS did not take it in time; when last seen it pointed to version \(base.traffic)"
        journal.record(.aliasLeft(nil, reason: reason))
    }

    private func tryToPutBack(
        _ base: AliasConfiguration, _ origin: AliasConfiguration, _ doubt: AliasDoubt, _ time: LastMoments,
        _ mayHaveArrived: inout Bool
    ) async throws(Interruption) -> Try {
        if let back = try await overwrite(base, with: origin, time, &mayHaveArrived) {
            return .ended(.aliasPutBack(back))
        }
        guard let now = try await lookAtAlias(base.name, within: time.left) else { return .ended(.aliasAtTheEnd(nil)) }
        let isStale = now.revisionId.map { journal.hasWritten(overAlias: $0, before: base) } ?? false
        if now.revisionId == base.revisionId || isStale { return .notYet(base) }
        if mayHaveArrived, now.routing == origin.routing { return .ended(.aliasPutBack(now)) }
        return doubt.ours.contains(now.routing) ? .notYet(now) : .ended(.aliasAtTheEnd(now))
    }

    private func leaveCreated(_ name: String, _ doubt: AliasDoubt, _ time: LastMoments) async throws(Interruption) {
        let now = try await lookAtAlias(name, within: time.left)
        guard let now, doubt.ours.contains(now.routing) else { return journal.record(.aliasAtTheEnd(now)) }
        journal.record(.aliasLeft(now, reason: "it was created by this run"))
    }

    /// Guarded by what was seen last: if a rival moved it since, it stays theirs. `nil`: it has to be looked at again.
    /// - Parameter mayHaveArrived: set where there was no answer.
    private func overwrite(
        _ base: AliasConfiguration, with before: AliasConfiguration, _ time: LastMoments, _ mayHaveArrived: inout Bool
    ) async throws(Interruption) -> AliasConfiguration? {
        do {
            return try await call { () throws(AWSFailure) in
                try await lambda.updateAlias(
                    base.name, of: plan.functionName, functionVersion: before.functionVersion,
                    additionalVersionWeights: before.additionalVersionWeights,
                    description: description(putBackTo: before.description, over: base.description),
                    revisionId: base.revisionId, within: time.left)
            }
        } catch {
            switch error {
            case .failed(.refused(let refusal)) where refusal.isConflict: return nil
            case .failed(.unknown):
                mayHaveArrived = true
                return nil
            default: throw error
            }
        }
    }
}

/// What one try to put the alias back came to.
private enum Try {
    case ended(Fact)
    /// This is what the next one is to be written over.
    case notYet(AliasConfiguration)
}

extension DeploymentFailure {
    fileprivate var isCancellation: Bool {
        if case .cancelled = self { true } else { false }
    }
}
