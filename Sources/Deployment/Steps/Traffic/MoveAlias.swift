import AWSCore
import AWSServices

extension Deployment {
    /// The alias on a version that was published before: tested first if it has to move there.
    func route(
        _ alias: AliasConfiguration?, toReused version: FunctionConfiguration, _ publication: PlannedPublication
    ) async throws(Interruption) {
        journal.record(.versionReused(version))
        // Without an alias, nothing shows whether it passed when it was published.
        guard publication.alias != nil else { return try await smokeTest(published: version) }
        if let alias, alias.isWholly(at: version.version) {
            journal.record(.aliasUnchanged(alias))
            return
        }
        try await smokeTest(version: version)
        try await moveTraffic(alias, to: version, publication)
    }

    /// Brings all traffic of the alias to the version, as planned: at once, in steps, or by CodeDeploy.
    func moveTraffic(
        _ alias: AliasConfiguration?, to version: FunctionConfiguration, _ publication: PlannedPublication
    ) async throws(Interruption) {
        guard let name = publication.alias, let number = version.version else { return }
        if let alias, alias.isWholly(at: number) {
            journal.record(.aliasUnchanged(alias))
            return
        }
        switch publication.traffic.shift {
        case .atOnce: _ = try await moveAlias(name, alias, to: version, number)
        case .inSteps(let steps): try await shift(name, alias, to: version, number, steps)
        case .byCodeDeploy(let planned): try await deploy(by: planned, name, alias, to: version)
        }
    }

    /// Points the alias at the version, wholly: weights of an unfinished shift are cleared. Its description records this.
    /// - Parameter number: the version's.
    func moveAlias(
        _ name: String, _ alias: AliasConfiguration?, to version: FunctionConfiguration, _ number: String
    ) async throws(Interruption) -> AliasConfiguration {
        let written = try await writeAlias(name, over: alias, Routing(version: number)) { base in
            aliasDescription(
                of: base, movedTo: version, by: plan.history.run, goingBack: plan.rollbackTarget != nil)
        }
        journal.record(alias.map { .aliasMoved(from: $0, to: written) } ?? .aliasCreated(written))
        return written
    }
}
