import AWSCore
import AWSServices
import Engine

/// Each time somebody else was there in between. What `max-retries` allows is for deploying.
private let triesAtMost = 6

extension FunctionDeployment {
    /// After a failure: what this run has made of `$LATEST` goes back, if it is to, by the same guarded writes.
    /// - Parameter limit: `nil`: as long as AWS needs for it.
    func restoreLatest(after failure: DeploymentFailure, within limit: Duration?) async {
        let trail = journal.latestTrail
        guard trail.mayHaveChanged(after: failure) else { return }
        if let reason = reasonToKeep(trail) { return journal.record(.restoration(.kept(reason))) }
        let end = await restored(after: failure, within: limit)
        // Cut off, it is done again.
        if Task.isCancelled { return }
        journal.record(.restoration(end))
    }

    private func restored(after failure: DeploymentFailure, within limit: Duration?) async -> RestorationFact {
        guard let limit else { return await restored(after: failure) }
        return await stopping(after: limit, isOver: {}, { await restored(after: failure) }) ?? .failed(.noTime)
    }

    private func restored(after failure: DeploymentFailure) async -> RestorationFact {
        do {
            return try await restore(after: failure)
        } catch {
            return .failed(error.obstacle)
        }
    }

    /// Somebody else's changes meanwhile are theirs, and the rest goes back all the same.
    private func restore(after failure: DeploymentFailure) async throws(Interruption) -> RestorationFact {
        for _ in 1..<triesAtMost {
            do {
                return try await restoreOnce(after: failure)
            } catch {
                guard case .rival = error else { throw error }
            }
        }
        return try await restoreOnce(after: failure)
    }

    private func restoreOnce(after failure: DeploymentFailure) async throws(Interruption) -> RestorationFact {
        let latest = try await withTagsSeen(
            engine.settle(.restoration, after: engine.lineage, onTimeout: .fail))
        let trail = journal.latestTrail
        let target = trail.target(over: Standing(latest.function))
        let reached = try await reach(target, from: latest, isSealed: !trail.mayStillArrive(after: failure))
        if trail.isCodeInDoubt(in: Standing(latest.function)) { return .failed(.codeInDoubt) }
        return end(at: Standing(reached.function))
    }

    private func end(at reached: Standing) -> RestorationFact {
        let trail = journal.latestTrail
        let target = trail.target(over: reached)
        let left = reached.differences(from: target)
        if !engine.foreign(left).isEmpty { return .failed(.otherwise(left)) }
        if trail.hasTagsUnseen(in: reached) { return .failed(.tagsUnseen) }
        return .restored(others: engine.foreign(trail.foreign(in: target)))
    }

    /// - Parameter isSealed: no write of ours can arrive any more.
    private func reach(
        _ target: Standing, from latest: Snapshot, isSealed: Bool
    ) async throws(Interruption) -> Snapshot {
        let seen = Standing(latest.function)
        let needsCode = target.needsCode(over: seen)
        guard needsCode || !engine.foreign(target.differences(from: seen)).isEmpty else {
            return isSealed ? latest : try await seal(latest)
        }
        let code = needsCode ? try await oldCode(for: target) : nil
        let deployment = carryingOut(plan.restoring(target, over: seen, code: code))
        let changes = Changes(of: deployment.plan, on: latest.function)
        journal.record(
            .restoration(.began(changes, over: latest.function, differences: target.differences(from: seen))))
        return try await restoreTags(of: withTagsSeen(deployment.updateLatest(latest)))
    }

    /// Tags have no guard, so what others have made of them is looked at last.
    private func restoreTags(of latest: Snapshot) async throws(Interruption) -> Snapshot {
        let seen = Standing(latest.function)
        guard let standing = seen.tags, let wanted = journal.latestTrail.target(over: seen).tags, wanted != standing
        else { return latest }
        let written = try await writeTags(wanted.filter { standing[$0.key] != $0.value }, over: latest)
        return try await withTagsSeen(
            removeTags(standing.keys.filter { wanted[$0] == nil }.sorted(), of: written))
    }

    /// A write of ours that may still arrive is guarded by the RevisionId that stands: any other write makes that one past.
    private func seal(_ latest: Snapshot) async throws(Interruption) -> Snapshot {
        guard latest.revisionId != nil, let timeout = latest.content.members[.timeout] else { return latest }
        return try await send([.timeout: timeout], over: latest)
    }
}

extension FunctionDeployment {
    /// `nil`: `$LATEST` is to go back.
    private func reasonToKeep(_ trail: LatestTrail) -> ReasonToKeep? {
        if trail.isCreated { return .created }
        if plan.restoresLatest(behind: journal.aliasFound) { return nil }
        return plan.onFailure == .auto ? plan.publication?.alias.map { .shielded(alias: $0) } : .asked
    }
}

extension Interruption {
    fileprivate var obstacle: NotRestored {
        switch self {
        case .failed(.cancelled): .noTime
        case .stopped(let reason) where reason is NoOldCode: .noCode
        default: .failure(asFailure(conflicts: triesAtMost))
        }
    }
}
