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
        guard let before = baseline.latest,
            engine.foreign(Expectation(before.content).deviations(in: latest.content)).isEmpty,
            before.function.mayShareItsKey(with: latest.function)
        else { return nil }
        // A share may be our own, of a shift that an earlier run left half-way.
        let sharing = plan.publication?.traffic.isAtOnce == false ? baseline.alias?.additionalVersionWeights : nil
        let serving = [baseline.alias?.functionVersion] + (sharing?.keys.sorted() ?? [])
        for number in serving {
            let apart = number == baseline.alias?.functionVersion ? baseline.alias?.record?.apart : nil
            let version = try await published(number, as: latest) { deviations in
                deviations.isEmpty || apart != nil && apart == VersionsApart(deviations)
            }
            if let version, version.isReady { return version }
        }
        guard let newest = try await newestVersion(as: latest, where: \.isEmpty), newest.isReady else { return nil }
        return newest
    }

    /// The newest version, if its content is that of `latest`; it may still be prepared.
    /// - Parameter isSame: judges where it differs.
    func newestVersion(
        as latest: Snapshot, where isSame: ([Difference]) -> Bool
    ) async throws(Interruption) -> FunctionConfiguration? {
        if plan.publication?.target(of: latest.content) == .latestPublished {
            return try await published(FunctionConfiguration.latestPublished, as: latest, where: isSame)
        }
        return try await published(newestVersion(), as: latest, where: isSame)
    }

    /// `nil` also where that may not be asked: then AWS answers a publication with the version that is there.
    private func newestVersion() async throws(Interruption) -> String? {
        do {
            return try await engine.publishedVersions().last?.version
        } catch {
            guard case .failed(.refused(let refusal)) = error, refusal.saysItIsDenied else { throw error }
            if !journal.areVersionsUnseen { journal.record(.versionsUnseen) }
            return nil
        }
    }

    private func published(
        _ version: String?, as latest: Snapshot, where isSame: ([Difference]) -> Bool
    ) async throws(Interruption) -> FunctionConfiguration? {
        guard let version, version != "$LATEST" else { return nil }
        guard let found = try await engine.lookAtVersion(version, within: Budget.read) else { return nil }
        guard isSame(engine.foreign(latest.content.deviations(inVersion: FunctionContent(of: found)))),
            // The same code under a key that was changed since is to be published under the new one.
            latest.function.mayShareItsKey(with: found)
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

extension Journal {
    var areVersionsUnseen: Bool {
        entries.contains { if case .versionsUnseen = $0.fact { true } else { false } }
    }
}
