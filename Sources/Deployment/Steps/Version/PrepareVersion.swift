import AWSServices
import Engine

extension FunctionDeployment {
    /// `$LATEST` as a version that is tested: one that is there already and holds just this, or else a new one.
    func testedVersion(of latest: Snapshot, _ baseline: Baseline) async throws(Interruption) -> Prepared {
        guard let publication = plan.publication?.recording(plan.history.run, after: baseline.alias) else {
            try await smokeTestUnpublished(latest)
            return Prepared(alias: nil, version: nil)
        }
        let there = try await versionsThere(for: latest, baseline)
        if let version = there.same {
            journal.record(.versionReused(version))
            try await test(reused: version, of: latest, baseline.alias)
            return Prepared(alias: baseline.alias, version: version)
        }
        guard let published = try await publishOrWarn(latest, publication, baseline.alias, newest: there.newest) else {
            return Prepared(alias: baseline.alias, version: nil)
        }
        let version = try await awaitActive(published.version)
        try await smokeTest(published: version)
        try await look(afterPublishing: version, from: published.base)
        return Prepared(alias: baseline.alias, version: version)
    }

    /// Tests a version that was published before, if the alias has to move there.
    private func test(
        reused version: FunctionConfiguration, of latest: Snapshot, _ alias: AliasConfiguration?
    ) async throws(Interruption) {
        // Without an alias, nothing shows whether it passed when it was published.
        guard plan.publication?.alias != nil else {
            if plan.smokeTests.map({ $0.target != .latest }) ?? false { _ = try await awaitActive(version) }
            return try await smokeTest(published: version)
        }
        if let alias, alias.isWholly(at: version.version) { return }
        note(try await awaitActive(version), besides: latest)
        try await smokeTest(version: version)
    }

    /// Nobody can change a version, so what nobody knows of it, and waking it has moved, is AWS's own.
    private func note(_ version: FunctionConfiguration, besides latest: Snapshot) {
        let deviations = latest.content.deviations(inVersion: FunctionContent(of: version))
        guard !deviations.isEmpty, deviations.allSatisfy(\.isOfUnknownMember) else { return }
        journal.record(.versionApart(VersionsApart(deviations)))
    }

    /// Publishing gave `$LATEST` another RevisionId, which a later run may ask for; and what AWS itself sets otherwise in a
    /// version may show only now. Not to see it changes nothing.
    /// - Parameter base: `$LATEST` as it was published.
    private func look(
        afterPublishing version: FunctionConfiguration, from base: Snapshot
    ) async throws(Interruption) {
        do {
            guard let seen = try await engine.lookAtLatest(within: Budget.identification) else { return }
            let deviations = FunctionContent(of: seen).deviations(inVersion: FunctionContent(of: version))
            // What nobody knows is somebody's setting, if anybody has updated `$LATEST` since.
            guard deviations.isEmpty || deviations.allSatisfy(\.isOfUnknownMember) && base.isOfSameUpdate(as: seen)
            else { return }
            journal.record(.versionApart(VersionsApart(deviations)))
            engine.tell(.latestSettled(seen.configuration))
        } catch {
            if case .failed(.cancelled) = error { throw error }
        }
    }
}

extension Snapshot {
    /// Whether no update has begun since. Publishing is none.
    fileprivate func isOfSameUpdate(as later: FunctionDescription) -> Bool {
        Readiness(ofLatest: later.configuration) == readiness
            && later.configuration.lastModified == function.configuration.lastModified
    }
}
