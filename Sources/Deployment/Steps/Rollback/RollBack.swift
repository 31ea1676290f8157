import AWSCore
import AWSServices

extension Deployment {
    /// Points the alias back at a version that was published before, with the guards of a deployment: the version is looked
    /// at, waited for, tested if a test is asked for, and the alias is written over what was seen.
    /// - Parameter decided: what the first attempt decided; a later one does not roll back what a rival has deployed since.
    func rollBack(
        to target: RollbackTarget, _ decided: inout RollbackDecision?
    ) async throws(Interruption) {
        guard let name = plan.publication?.alias else { return }
        let alias = try await aliasToRollBack(name)
        let decision = try await decide(target, on: alias, decided)
        decided = decision
        journal.record(.rollbackDecided(decision, from: alias))
        let version = try await version(of: decision)
        journal.record(.rollbackVersionFound(version))
        try await awaitActive(version)
        guard let number = version.version, !alias.isWholly(at: number) else {
            return journal.record(.aliasUnchanged(alias))
        }
        try await smokeTest(version: version)
        _ = try await moveAlias(name, alias, to: version, number)
    }

    /// Says what ``rollBack(to:_:)`` would do, and writes nothing.
    func previewRollback(to target: RollbackTarget) async throws(Interruption) {
        guard let name = plan.publication?.alias else { return }
        let alias = try await aliasToRollBack(name)
        let decision = try await decide(target, on: alias, nil)
        journal.record(.rollbackDecided(decision, from: alias))
        journal.record(.rollbackVersionFound(try await version(of: decision)))
    }

    private func aliasToRollBack(_ name: String) async throws(Interruption) -> AliasConfiguration {
        let found = try await lookAtAlias(name, within: Budget.read)
        journal.record(.aliasFound(found, name: name))
        if let found { return found }
        // AWS says the same of an alias and of a function that is not there.
        guard let function = try await lookAtLatest(within: Budget.read) else { throw .failed(.functionMissing) }
        journal.record(.functionFound(function))
        throw .failed(.rollbackImpossible(.noAlias(name)))
    }

    private func version(of decision: RollbackDecision) async throws(Interruption) -> FunctionConfiguration {
        if let version = try await lookAtVersion(decision.target) { return version }
        let versions = try await publishedVersions()
        throw .failed(.rollbackImpossible(.gone(decision, RollbackCandidate.of(versions, except: decision.present))))
    }
}
