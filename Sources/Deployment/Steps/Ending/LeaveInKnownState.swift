import AWSCore
import AWSServices
import Engine

private let longestDelay = Duration.seconds(2)

extension FunctionDeployment {
    /// After a failure or a cancellation: an alias that we moved goes back, then `$LATEST` if it is to, and both are looked
    /// at once more.
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
        // Whoever calls the alias comes first; where it need not be put back, it is only looked at.
        let isAliasOurs = journal.aliasWriteInDoubt(after: failure) != nil || journal.codeDeployInDoubt != nil
        if isAliasOurs { await leaveAlias(after: failure, time) }
        await restoreLatest(after: failure, within: time.forRestoring)
        if !isAliasOurs { await leaveAlias(after: failure, time) }
        let look = await lastLook(within: time.forOneCall)
        if Task.isCancelled { return }
        journal.record(.stateAtTheEnd(look))
    }

    private func lastLook(within budget: Duration) async -> LastLook {
        do {
            guard let seen = try await engine.lookAtLatest(within: budget) else { return .notThere }
            // What was before a write of ours does not tell what is.
            return engine.lineage.isStale(seen.configuration) ? .failed : .seen(seen.configuration)
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
                return journal.record(.aliasAtTheEnd(try await engine.lookAtAlias(name, within: time.left)))
            }
            try await putBack(name, doubt, time)
        } catch {
            guard doubt != nil || handedOver != nil, !Task.isCancelled else { return }
            leaveUnknown(await reason(for: error, name, time), doubt)
        }
    }

    /// Why the alias was not put back, and where it was seen after that: what is under way may move it still.
    private func reason(for failure: Interruption, _ name: String, _ time: LastMoments) async -> Wording {
        guard case .failed(.refused(let refusal)) = failure else { return "it could not be looked at or put back" }
        let refused: Wording = "AWS refused \(ours: refusal.operation) with \(refusal.status) \(ours: refusal.code)"
        // Where even the look fails, what AWS refused is the better reason to tell.
        guard let seen = try? await engine.lookAtAlias(name, within: time.left) else { return refused }
        return "\(refused); when last seen it pointed to version \(ours: seen.traffic)"
    }

    /// Writes the alias as it was over what our own write was decided on. Either that write had not arrived, and cannot
    /// any more, for its RevisionId is past now; or AWS refuses, and a look tells what came of it. No look alone could:
    /// it may lag behind, and the write may arrive after it.
    private func putBack(_ name: String, _ doubt: AliasDoubt, _ time: LastMoments) async throws(Interruption) {
        guard let origin = doubt.origin else { return try await leaveCreated(name, doubt, time) }
        var back = Return(origin: origin, base: doubt.base ?? origin)
        var delay = Duration.milliseconds(100)
        // New code may be doing harm meanwhile, so what may pass is waited for as long as there is time.
        while time.left > .zero {
            do {
                if let end = try await tryToPutBack(&back, doubt, time) { return journal.record(end) }
            } catch {
                guard error.mayPass else { throw error }
            }
            try await engine.pause(min(delay, time.left))
            delay = min(delay * 2, longestDelay)
        }
        let seen = back.base.traffic
        let reason: Wording = "AWS did not take it in time; when last seen it pointed to version \(ours: seen)"
        leaveUnknown(reason, doubt)
    }

    /// Nobody knows where the alias points; whoever reads this can put it back.
    private func leaveUnknown(_ reason: Wording, _ doubt: AliasDoubt?) {
        if let origin = doubt?.origin { journal.record(.aliasOwed(to: origin, lastKnown: doubt?.base)) }
        journal.record(.aliasLeft(nil, reason: reason))
    }

    /// - Returns: what came of it; `nil`: nothing yet.
    private func tryToPutBack(
        _ back: inout Return, _ doubt: AliasDoubt, _ time: LastMoments
    ) async throws(Interruption) -> Fact? {
        if !back.isInDoubt, let alias = try await overwrite(&back, time) { return .aliasPutBack(alias) }
        guard let now = try await engine.lookAtAlias(back.origin.name, within: time.left) else {
            return .aliasAtTheEnd(nil)
        }
        back.isInDoubt = false
        let isStale = now.revisionId.map { engine.hasWritten(overAlias: $0, before: back.base) } ?? false
        if now.revisionId == back.base.revisionId || isStale { return nil }
        if back.mayHaveArrived, now.isAt(back.origin.routing, from: back.base) { return .aliasPutBack(now) }
        let isOurs = doubt.ours.contains {
            doubt.isWarm ? now.routing == $0 : now.isAt($0, from: back.origin)
        }
        guard isOurs else { return .aliasAtTheEnd(now) }
        back.base = now
        return nil
    }

    private func leaveCreated(_ name: String, _ doubt: AliasDoubt, _ time: LastMoments) async throws(Interruption) {
        let now = try await engine.lookAtAlias(name, within: time.left)
        guard let now, doubt.ours.contains(now.routing) else { return journal.record(.aliasAtTheEnd(now)) }
        journal.record(.aliasLeft(now, reason: "it was created by this run"))
    }

    /// Guarded by what was seen last: if a rival moved it since, it stays theirs. `nil`: it has to be looked at again.
    private func overwrite(_ back: inout Return, _ time: LastMoments) async throws(Interruption) -> AliasConfiguration?
    {
        let (origin, base) = (back.origin, back.base)
        do {
            return try await engine.call { () throws(AWSFailure) in
                try await lambda.updateAlias(
                    base.name, of: engine.functionName, functionVersion: origin.functionVersion,
                    additionalVersionWeights: origin.additionalVersionWeights,
                    description: description(putBackTo: origin.description, over: base.description),
                    revisionId: base.revisionId, within: time.left)
            }
        } catch {
            switch error {
            case .failed(.refused(let refusal)) where refusal.isConflict: return nil
            case .failed(.unknown):
                back.mayHaveArrived = true
                back.isInDoubt = true
                return nil
            default: throw error
            }
        }
    }
}

extension AliasConfiguration {
    /// It is routed so, or AWS warms it up for that.
    fileprivate func isAt(_ wanted: Routing, from before: AliasConfiguration) -> Bool {
        routing == wanted || routing.mayBeWarmUp(of: wanted, from: before)
    }
}

/// An alias on its way back.
private struct Return {
    let origin: AliasConfiguration
    /// What the next try is written over.
    var base: AliasConfiguration
    /// A try was not answered.
    var mayHaveArrived = false
    /// The last try was not answered, and nothing has been seen since.
    var isInDoubt = false
}

extension DeploymentFailure {
    fileprivate var isCancellation: Bool {
        if case .engine(.cancelled) = self { true } else { false }
    }
}
