import AWSCore
import AWSServices
import Engine

extension FunctionDeployment {
    /// The version that is used again. `nil`: one has to be published.
    func versionToReuse(
        for latest: Snapshot, _ baseline: Baseline
    ) async throws(Interruption) -> FunctionConfiguration? {
        guard latest.readiness == .settled else { return nil }
        return try await versionHolding(latest, baseline)
    }

    /// The version that already is what `$LATEST` is: the alias's own, one that it gives a share, or else the newest.
    ///
    /// AWS would make a new version of the same content if anybody wrote to `$LATEST` since, so we compare by ourselves.
    /// `nil`: there is none.
    func versionHolding(
        _ latest: Snapshot, _ baseline: Baseline
    ) async throws(Interruption) -> FunctionConfiguration? {
        // Content that we have just changed was not published by anybody.
        guard let before = baseline.latest, Expectation(before.content).isMet(by: latest.content) else { return nil }
        // A share may be our own, of a shift that an earlier run left half-way.
        let sharing = plan.publication?.traffic.isAtOnce == false ? baseline.alias?.additionalVersionWeights : nil
        let serving = [baseline.alias?.functionVersion] + (sharing?.keys.sorted() ?? [])
        for number in serving {
            if let version = try await published(number, as: latest), version.isReady { return version }
        }
        guard let newest = try await newestVersion(as: latest), newest.isReady else { return nil }
        return newest
    }

    /// The newest version, if its content is that of `latest`; it may still be prepared.
    func newestVersion(as latest: Snapshot) async throws(Interruption) -> FunctionConfiguration? {
        try await published(engine.publishedVersions().last?.version, as: latest)
    }

    private func published(
        _ version: String?, as latest: Snapshot
    ) async throws(Interruption) -> FunctionConfiguration? {
        guard let version, version != "$LATEST" else { return nil }
        guard let found = try await engine.lookAtVersion(version, within: Budget.read),
            latest.content.deviations(inVersion: FunctionContent(of: found)).isEmpty,
            // The same code under a key that was changed since is to be published under the new one.
            latest.function.sourceKMSKeyArn == found.sourceKMSKeyArn
        else { return nil }
        return found.configuration
    }
}

extension FunctionConfiguration {
    fileprivate var isReady: Bool {
        switch VersionReadiness(of: self) {
        case .ready, .asleep: true
        case .notYet, .failed: false
        }
    }
}
