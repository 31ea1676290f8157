import AWSServices
import Engine

extension FunctionDeployment {
    /// The version that the alias is to go back to, looked at, waited for, and tested if a test is asked for. The alias is then
    /// written over what was seen here, as in a deployment.
    /// - Parameter decided: what the first attempt decided; a later one does not roll back what a rival has deployed since.
    func prepareRollback(
        to target: RollbackTarget, _ decided: inout RollbackDecision?
    ) async throws(Interruption) -> Prepared {
        guard let name = plan.publication?.alias else { return Prepared(alias: nil, version: nil) }
        let alias = try await aliasToRollBack(name)
        let decision = try await decide(target, on: alias, decided)
        decided = decision
        journal.record(.rollbackDecided(decision, from: alias))
        let version = try await version(of: decision)
        journal.record(.rollbackVersionFound(version))
        if !alias.isWholly(at: version.version) {
            _ = try await awaitActive(version)
            try await smokeTest(version: version)
        }
        return Prepared(alias: alias, version: version)
    }

    /// Says what a rollback would do, and writes nothing.
    func previewRollback(to target: RollbackTarget) async throws(Interruption) {
        guard let name = plan.publication?.alias else { return }
        let alias = try await aliasToRollBack(name)
        let decision = try await decide(target, on: alias, nil)
        journal.record(.rollbackDecided(decision, from: alias))
        let version = try await version(of: decision)
        journal.record(.rollbackVersionFound(version))
        let steps = PreviewedSteps(
            tests: plan.previewedTests(target: .version, version: version.version, from: alias),
            traffic: plan.previewedTraffic(to: version.version, from: alias), deletion: .of([]))
        journal.record(.stepsPreviewed(steps))
    }

    private func aliasToRollBack(_ name: String) async throws(Interruption) -> AliasConfiguration {
        let found = try await withoutWarmUp(try await engine.lookAtAlias(name, within: Budget.read))
        journal.record(.aliasFound(found, name: name))
        if let found { return found }
        // AWS says the same of an alias and of a function that is not there.
        guard let function = try await engine.lookAtLatest(within: Budget.read) else { throw .ended(.functionMissing) }
        journal.record(.functionFound(function))
        throw .ended(.rollbackImpossible(.noAlias(name)))
    }

    private func version(of decision: RollbackDecision) async throws(Interruption) -> FunctionConfiguration {
        if let version = try await engine.lookAtVersion(decision.target) {
            try requireAllowedAccount(version)
            return version
        }
        let versions = try await engine.publishedVersions()
        throw .ended(.rollbackImpossible(.gone(decision, RollbackCandidate.of(versions, except: decision.present))))
    }
}
