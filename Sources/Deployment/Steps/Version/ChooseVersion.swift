import AWSServices
import Engine

extension FunctionDeployment {
    /// What is there before anything is published. Where nothing is the same, a version has to be published.
    func versionsThere(for latest: Snapshot, _ baseline: Baseline) async throws(Interruption) -> VersionsThere {
        guard latest.readiness == .settled else { return VersionsThere(same: nil, newest: nil) }
        return try await versionsHolding(latest, baseline)
    }

    /// The version that already is what `$LATEST` is: the alias's own, one that it gives a share, or else the newest.
    ///
    /// AWS would make a new version of the same content if anybody wrote to `$LATEST` since, so we compare by ourselves.
    func versionsHolding(_ latest: Snapshot, _ baseline: Baseline) async throws(Interruption) -> VersionsThere {
        // Content that we have just changed was not published by anybody.
        guard let before = baseline.latest,
            engine.foreign(Expectation(before.content).deviations(in: latest.content)).isEmpty,
            before.function.mayShareItsKey(with: latest.function)
        else { return VersionsThere(same: nil, newest: nil) }
        // A share may be our own, of a shift that an earlier run left half-way.
        let sharing = plan.publication?.traffic.isAtOnce == false ? baseline.alias?.additionalVersionWeights : nil
        let serving = [baseline.alias?.functionVersion] + (sharing?.keys.sorted() ?? [])
        for number in serving {
            let apart = number == baseline.alias?.functionVersion ? baseline.alias?.record?.apart : nil
            let version = try await lookAtVersion(number, beside: latest)
            if let version, version.isSame(apart: apart, engine), version.isReady { return use(version, apart) }
        }
        let newest = try await newestVersion(beside: latest)
        if let newest, newest.isSame(apart: nil, engine), newest.isReady { return use(newest, nil) }
        return VersionsThere(same: nil, newest: newest?.function.configuration)
    }

    private func use(_ version: VersionBeside, _ apart: VersionsApart?) -> VersionsThere {
        journal.record(.versionApart(apart))
        return VersionsThere(same: version.function.configuration, newest: nil)
    }

    /// The newest version; it may still be prepared.
    func newestVersion(beside latest: Snapshot) async throws(Interruption) -> VersionBeside? {
        if plan.publication?.target(of: latest.content) == .latestPublished {
            return try await lookAtVersion(FunctionConfiguration.latestPublished, beside: latest)
        }
        return try await lookAtVersion(newestVersion(), beside: latest)
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

    private func lookAtVersion(
        _ version: String?, beside latest: Snapshot
    ) async throws(Interruption) -> VersionBeside? {
        guard let version, version != "$LATEST" else { return nil }
        return try await engine.lookAtVersion(version, within: Budget.read).map { found in
            VersionBeside(
                function: found, deviations: latest.content.deviations(inVersion: FunctionContent(of: found)),
                hasSameKey: latest.function.mayShareItsKey(with: found))
        }
    }
}

struct VersionsThere {
    /// It is used again.
    let same: FunctionConfiguration?
    /// The newest, if that was looked for.
    let newest: FunctionConfiguration?
}

/// A version as it stands beside `$LATEST`.
struct VersionBeside {
    let function: FunctionDescription
    let deviations: [Difference]
    /// The same code under a key that was changed since is to be published under the new one.
    let hasSameKey: Bool

    /// - Parameter apart: how a record says that it differs from `$LATEST` by AWS's own doing.
    fileprivate func isSame(apart: VersionsApart?, _ engine: FunctionEngine) -> Bool {
        hasSameKey && (engine.foreign(deviations).isEmpty || apart != nil && apart == VersionsApart(deviations))
    }

    fileprivate var isReady: Bool {
        switch VersionReadiness(of: function.configuration) {
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
