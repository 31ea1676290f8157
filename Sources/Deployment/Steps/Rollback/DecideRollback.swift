import AWSServices
import Engine

extension FunctionDeployment {
    func decide(
        _ target: RollbackTarget, on alias: AliasConfiguration, _ decided: RollbackDecision?
    ) async throws(Interruption) -> RollbackDecision {
        if let decided {
            try requireStillMeant(decided, target, alias)
            return decided
        }
        func decision(_ version: VersionNumber, _ reason: RollbackDecision.Reason) -> RollbackDecision {
            RollbackDecision(present: alias.traffic, target: version, reason: reason)
        }
        switch target {
        case .version(let number): return decision(number, .asked)
        case .described(let text): return decision(try await version(describedBy: text), .described(text))
        case .previous:
            let way = try await wayBack(of: alias)
            return decision(way.target, way.reason)
        }
    }

    /// Who asks for the version before the present one means the present one that was seen first.
    private func requireStillMeant(
        _ decided: RollbackDecision, _ target: RollbackTarget, _ alias: AliasConfiguration
    ) throws(Interruption) {
        guard target == .previous, alias.traffic != decided.present, !alias.isWholly(at: decided.target.description)
        else { return }
        throw .ended(.rollbackImpossible(.movedMeanwhile(decided, to: alias.traffic)))
    }

    private func wayBack(of alias: AliasConfiguration) async throws(Interruption) -> WayBack {
        guard let present = VersionNumber(alias.functionVersion) else {
            throw .ended(.rollbackImpossible(.nothingBefore(alias.functionVersion)))
        }
        if let way = alias.recordedWayBack { return way }
        if alias.record == nil, let way = alias.wayBack(recordedIn: try await engine.lookAtVersion(present)) {
            return way
        }
        let versions = try await engine.publishedVersions()
        guard let guess = guessedPrevious(of: alias, among: versions.compactMap(\.versionNumber)) else {
            throw .ended(.rollbackImpossible(.nothingBefore(alias.functionVersion)))
        }
        return WayBack(target: guess, reason: .guessed)
    }

    private func version(describedBy text: String) async throws(Interruption) -> VersionNumber {
        let versions = try await engine.publishedVersions()
        let matches = versions.filter { $0.humanDescription.contains(text) }
        guard let match = matches.last?.versionNumber else {
            throw .ended(.rollbackImpossible(.noneDescribed(text, RollbackCandidate.of(versions, except: ""))))
        }
        guard matches.count == 1 else {
            throw .ended(.rollbackImpossible(.ambiguous(text, RollbackCandidate.of(matches, except: ""))))
        }
        return match
    }
}

/// Where nothing is recorded of the version that the alias points to: the version that it was recorded to point to
/// earlier, if that is an older one, else the newest older one there is. It may never have been live.
package func guessedPrevious(of alias: AliasConfiguration, among versions: [VersionNumber]) -> VersionNumber? {
    guard let present = VersionNumber(alias.functionVersion) else { return nil }
    let older = versions.filter { $0 < present }
    if let known = ReleaseRecord(in: alias.description)?.version, older.contains(known) { return known }
    return older.max()
}
