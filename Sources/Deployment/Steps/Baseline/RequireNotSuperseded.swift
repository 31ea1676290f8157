import AWSServices
import Engine

extension FunctionDeployment {
    /// To be asked before anything is written. The alias is written over the RevisionId that was looked at, so a run that
    /// loses a race starts over, and finds it here.
    func requireNotSuperseded(_ alias: AliasConfiguration?) async throws(Interruption) {
        guard plan.history.onSuperseded != .deploy, let supersession = try await supersession(of: alias) else { return }
        throw .ended(.superseded(supersession))
    }

    /// Judged by the records alone: times of commits or of deployments say nothing about which is the newer.
    func supersession(of alias: AliasConfiguration?) async throws(Interruption) -> Supersession? {
        guard let ours = plan.history.run, let alias else { return nil }
        for version in alias.servedVersions {
            let released = try await run(of: ours.workflow, thatReleased: version, alias)
            if let released, released.isNewer(than: ours) {
                return Supersession(alias: alias.name, version: version.description, newer: released, ours: ours)
            }
        }
        return nil
    }

    /// The run that moved the alias there, or else the one that published the version: a version that is used again was
    /// published by an older one. Where another workflow moved the alias, to go back for example, what it went to is
    /// still of the run that published it.
    private func run(
        of workflow: String, thatReleased version: VersionNumber, _ alias: AliasConfiguration
    ) async throws(Interruption) -> WorkflowRun? {
        if let run = alias.record(of: version)?.run, run.workflow == workflow { return run }
        return try await engine.lookAtVersion(version)?.record?.run
    }
}

extension AliasConfiguration {
    /// Every version that it sends traffic to.
    package var servedVersions: [VersionNumber] {
        let others = additionalVersionWeights.filter { $0.value > 0 }.keys.compactMap(VersionNumber.init).sorted()
        return [VersionNumber(functionVersion)].compactMap(\.self) + others
    }
}

extension Journal {
    /// What this run has changed on `$LATEST`, published, or let traffic go to, before any of it was put back.
    var carriedOut: [Write] {
        entries.prefix { if case .restoration(.began) = $0.fact { false } else { true } }.compactMap { entry in
            switch entry.fact {
            case .engine(.accepted(let write)): write
            case .versionPublished: .publishVersion
            case .traffic(.shifted), .aliasMoved: .updateAlias
            case .aliasCreated: .createAlias
            default: nil
            }
        }
    }
}
