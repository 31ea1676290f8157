import AWSCore
import AWSServices
import Engine

extension FunctionDeployment {
    /// Where all aliases lead before anything is touched: what has traffic now is not deleted by this run, wherever the
    /// aliases lead in the end. Nothing but the deletion of old versions depends on it.
    func noteWhatAliasesServe(_ baseline: Baseline) async throws(Interruption) {
        guard versionsToKeep != nil, baseline.latest != nil else { return }
        do {
            journal.record(.aliasesSeen(try await engine.aliases()))
        } catch {
            if case .failed(.cancelled) = error { throw error }
            journal.record(.aliasesUnseen(error.asFailure(conflicts: 0)))
        }
    }
}

extension FunctionEngine {
    func aliases() async throws(Interruption) -> [AliasConfiguration] {
        try await call { () throws(AWSFailure) in
            try await lambda.listAliases(functionName, within: Budget.write)
        }
    }
}

extension Journal {
    /// Why nobody knows what had traffic when the run began.
    var aliasesUnseen: DeploymentFailure? {
        entries.lazy.compactMap { if case .aliasesUnseen(let failure) = $0.fact { failure } else { nil } }.first
    }

    /// What had traffic from an alias at some time since the run began, as far as it was seen.
    var servedVersions: Set<VersionNumber> {
        Set(entries.flatMap { $0.fact.aliases }.flatMap(\.pointedTo))
    }

    /// The alias as this run knows it: a list may lag behind, and not show yet that it has moved.
    var releasedAlias: [AliasConfiguration] {
        entries.compactMap { entry in
            switch entry.fact {
            case .aliasMoved(_, let alias), .aliasCreated(let alias), .aliasUnchanged(let alias),
                .aliasRecorded(let alias):
                alias
            default: nil
            }
        }.suffix(1)
    }

    var releasedVersion: VersionNumber? {
        entries.compactMap { entry in
            switch entry.fact {
            case .versionPublished(let version), .versionReused(let version): version.versionNumber
            default: nil
            }
        }.last
    }
}

extension Fact {
    /// What it tells of aliases.
    fileprivate var aliases: [AliasConfiguration] {
        switch self {
        case .aliasesSeen(let aliases): aliases
        case .aliasFound(let alias?, _), .aliasUnchanged(let alias), .aliasCreated(let alias), .aliasPutBack(let alias),
            .traffic(.shifted(let alias, _)):
            [alias]
        case .aliasMoved(let from, let to): [from, to]
        case .traffic(.shiftBegan(let origin, let standing, _)): [origin, standing]
        default: []
        }
    }
}
