import AWSCore
import AWSServices
import Engine

extension FunctionDeployment {
    /// One settled look at the function and the alias. An update in progress is waited for.
    /// - Parameter isPreview: nothing is uploaded while it is waited for.
    func takeBaseline(isPreview: Bool) async throws(Interruption) -> Baseline {
        guard let first = try await engine.lookAtLatest(within: Budget.read) else {
            journal.record(.functionMissing)
            guard plan.creation != nil else { throw .ended(.functionMissing) }
            record(Changes(creating: plan), isManaged: plan.configuration[.capacityProviderConfig] != nil)
            return Baseline(latest: nil, alias: nil)
        }
        try requireAllowedAccount(first.configuration)
        let latest = try await withTagsSeen(settledBaseline(first, isPreview))
        journal.record(.functionFound(latest.function))
        try requireDeployable(latest)
        let alias = try await lookAtAlias()
        record(Changes(of: plan, on: latest.function), isManaged: latest.content.isManaged)
        return Baseline(latest: latest, alias: alias)
    }

    /// - Parameter isManaged: callers then get a published version, whatever they call.
    private func record(_ changes: Changes, isManaged: Bool) {
        journal.record(.planned(changes))
        let isToldBefore = journal.entries.contains { if case .aliasNotGiven = $0.fact { true } else { false } }
        guard plan.publication?.alias == nil, !isManaged, !isToldBefore, !changes.isEmpty else { return }
        journal.record(.aliasNotGiven)
    }

    private func settledBaseline(
        _ first: FunctionDescription, _ isPreview: Bool
    ) async throws(Interruption) -> Snapshot {
        let snapshot = Snapshot(first, lineage: Lineage())
        switch snapshot.readiness {
        case .settled, .lastUpdateFailed, .imageFailed: return snapshot
        case .failed: throw .failed(.functionFailed(first.configuration))
        case .notYet:
            if isPreview { return try await settled(after: first) }
            return try await uploading(onto: first) { () throws(Interruption) in try await settled(after: first) }
        }
    }

    private func settled(after first: FunctionDescription) async throws(Interruption) -> Snapshot {
        try await engine.pause(PollSchedule.first)
        return try await engine.settle(
            Waiting(onto: first.configuration), after: Lineage(), onTimeout: plan.waits.onTimeout)
    }

    /// Tells what is worth a warning.
    /// - Throws: what makes a deployment onto this function hopeless.
    private func requireDeployable(_ latest: Snapshot) throws(Interruption) {
        let configuration = latest.function.configuration
        if latest.readiness == .lastUpdateFailed {
            let reason = configuration.lastUpdateStatusReason.orNoReason
            journal.record(.previousUpdateFailed(reason: reason))
        }
        if latest.readiness == .imageFailed {
            journal.record(.imageFailed(reason: configuration.stateReason.orNoReason))
        }
        if configuration.revisionId == nil { journal.record(.revisionsMissing) }
        if plan.code?.digest != nil, latest.content.codeSha256 == nil { throw .ended(.digestMissing) }
        if let required = plan.requiredRevisionId, required != configuration.revisionId {
            throw .ended(.revisionMismatch(required: required, found: configuration.revisionId))
        }
        if let found = configuration.packageType, let planned = plan.code?.packageType, found != planned {
            throw .ended(.packageTypeMismatch(planned: planned, found: found))
        }
        let impossible = plan.configuration.filter { member, value in
            member.isOnlyForCreation && !latest.content.covers(value, of: member)
        }
        guard impossible.isEmpty else { throw .ended(.onlyForCreation(impossible.keys.sorted())) }
        try requireReadableVariables(latest)
    }

    private func lookAtAlias() async throws(Interruption) -> AliasConfiguration? {
        guard let name = plan.publication?.alias else { return nil }
        let alias = try await withoutWarmUp(try await engine.lookAtAlias(name, within: Budget.read))
        journal.record(.aliasFound(alias, name: name))
        return alias
    }
}
