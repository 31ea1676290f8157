import AWSCore
import AWSServices

extension Deployment {
    /// After a failure or a cancellation: an alias that we moved goes back, and `$LATEST` is looked at once more.
    ///
    /// It runs in a task of its own, because the run's may be cancelled; every call in it has a short limit.
    func leaveInKnownState() async {
        await Task {
            await putAliasBack()
            let latest = try? await lookAtLatest(within: Budget.lastLook)  // not seen is a fact to be told, too
            journal.record(.stateAtTheEnd(latest?.configuration))
        }.value
    }

    private func putAliasBack() async {
        guard let name = plan.publication?.alias, let move = journal.lastAliasWrite else { return }
        do {
            let now = try await lookAtAlias(name, within: Budget.lastLook)
            guard let now, now.isWholly(at: move.version) else {
                return
            }
            guard let before = move.from else {
                return journal.record(.aliasLeft(now, reason: "it was created by this run"))
            }
            journal.record(.aliasPutBack(try await putBack(now, to: before)))
        } catch {
            journal.record(.aliasLeft(nil, reason: "it could not be looked at or put back"))
        }
    }

    /// Guarded by what we have just seen: if a rival moved it since, it stays theirs.
    private func putBack(
        _ now: AliasConfiguration, to before: AliasConfiguration
    ) async throws(Interruption) -> AliasConfiguration {
        try await call { () throws(AWSFailure) in
            try await lambda.updateAlias(
                now.name, of: plan.functionName, functionVersion: before.functionVersion,
                additionalVersionWeights: before.additionalVersionWeights, revisionId: now.revisionId,
                within: Budget.lastWrite)
        }
    }
}

extension Journal {
    /// What the last write to the alias was to change, whether or not it was answered.
    fileprivate var lastAliasWrite: (from: AliasConfiguration?, version: String)? {
        for entry in entries.reversed() {
            if case .aliasWriteSent(let from, let version) = entry.fact { return (from, version) }
        }
        return nil
    }
}
