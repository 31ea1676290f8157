extension ControlPlane {
    /// The next time at which something that is under way ends.
    package var nextEnding: Duration? {
        (functions.values.compactMap { $0.nextEnding } + deployments.values.compactMap { $0.next }).min()
    }

    /// Ends what ends until `now`.
    package mutating func advance(to now: Duration) {
        while let ending = nextEnding, ending <= now {
            for name in functions.keys.sorted() { settle(name, at: ending) }
            goOnDeploying(at: ending)
        }
    }

    private mutating func settle(_ name: String, at now: Duration) {
        guard var function = functions[name] else { return }
        if isOver(function.latest, at: now) {
            let succeeded = end(&function.latest)
            if succeeded { function.servedCodeSha256 = function.latest.code.sha256 }
            touch(&function.latest) { $0 == .movesWithUpdates || $0 == .movesWithStatuses }
            renew(&function.latest, of: name, at: now, author: "aws", cause: "update ended")
        }
        for index in function.versions.indices where isOver(function.versions[index], at: now) {
            _ = end(&function.versions[index])
            touch(&function.versions[index]) { $0 == .movesWithStatuses }
            renew(&function.versions[index], of: name, at: now, author: "aws", cause: "preparation ended")
        }
        if var published = function.latestPublished?.version, isOver(published, at: now) {
            _ = end(&published)
            touch(&published) { $0 == .movesWithStatuses }
            renew(&published, of: name, at: now, author: "aws", cause: "preparation ended")
            function.latestPublished?.version = published
        }
        endWarmUps(of: &function, at: now)
        functions[name] = function
    }

    private func isOver(_ version: Version, at now: Duration) -> Bool {
        version.progress?.ends.map { $0 <= now } ?? false
    }

    /// Whether it ended well.
    private func end(_ version: inout Version) -> Bool {
        guard let progress = version.progress else { return true }
        version.progress = nil
        switch (progress.kind, progress.failure) {
        case (.update, let failure?): version.lastUpdate = .failed(failure)
        case (.update, nil):
            version.lastUpdate = .successful
            version.state = version.atRest
        case (_, let failure?): version.state = .failed(failure)
        case (_, nil):
            version.state = version.atRest
            version.lastUpdate = version.lastUpdate ?? .successful
            if progress.kind == .preparation, version.isSnapStarted {
                version.members["SnapStart"] = ["ApplyOn": "PublishedVersions", "OptimizationStatus": "On"]
            }
        }
        return progress.failure == nil
    }
}

extension ControlPlane.Function {
    /// Asked at every step of every world: nothing is copied for it.
    fileprivate var nextEnding: Duration? {
        var next = earlier(latest.progress?.ends, latestPublished?.version.progress?.ends)
        for version in versions { next = earlier(next, version.progress?.ends) }
        for warmUp in provisioned.values { next = earlier(next, warmUp.progress?.ends) }
        return next
    }
}

private func earlier(_ one: Duration?, _ other: Duration?) -> Duration? {
    guard let one, let other else { return one ?? other }
    return min(one, other)
}
