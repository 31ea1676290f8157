import AWSServices
import Engine

extension FunctionDeployment {
    /// `$LATEST` as a version that is tested: one that is there already and holds just this, or else a new one.
    func testedVersion(of latest: Snapshot, _ baseline: Baseline) async throws(Interruption) -> Prepared {
        guard let publication = plan.publication?.recording(plan.history.run, after: baseline.alias) else {
            try await smokeTestUnpublished(latest)
            return Prepared(alias: nil, version: nil, isPublished: false)
        }
        if let version = try await versionToReuse(for: latest, baseline) {
            journal.record(.versionReused(version))
            try await test(reused: version, baseline.alias)
            return Prepared(alias: baseline.alias, version: version, isPublished: false)
        }
        guard let version = try await publishOrWarn(latest, publication, baseline.alias) else {
            return Prepared(alias: baseline.alias, version: nil, isPublished: false)
        }
        try await awaitActive(version)
        try await smokeTest(published: version)
        return Prepared(alias: baseline.alias, version: version, isPublished: true)
    }

    /// Tests a version that was published before, if the alias has to move there.
    private func test(reused version: FunctionConfiguration, _ alias: AliasConfiguration?) async throws(Interruption) {
        // Without an alias, nothing shows whether it passed when it was published.
        guard plan.publication?.alias != nil else {
            if plan.smokeTests.map({ $0.target != .latest }) ?? false { try await awaitActive(version) }
            return try await smokeTest(published: version)
        }
        if let alias, alias.isWholly(at: version.version) { return }
        try await awaitActive(version)
        try await smokeTest(version: version)
    }

    /// Publishing gave `$LATEST` another RevisionId, which a later run may ask for. Not to see it changes nothing.
    func look(afterPublishing version: FunctionConfiguration) async {
        guard let latest = try? await engine.lookAtLatest(within: Budget.identification),
            FunctionContent(of: latest).deviations(inVersion: FunctionContent(of: version)).isEmpty
        else { return }
        engine.tell(.latestSettled(latest.configuration))
    }
}
