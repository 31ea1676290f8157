import AWSServices
import Deployment
import Engine
import Inputs

// What was changed, for the outputs of that name.
extension RunResult {
    /// What was put back is not changed.
    var isCodeChanged: Bool { isCodeLeft || wouldChange { $0.code != nil } }

    var isConfigurationChanged: Bool {
        isConfigurationLeft || wouldChange { $0.isCreation || !$0.configuration.isEmpty }
    }

    var wroteCode: Bool { wrote(.createFunction) || wrote(.updateFunctionCode) }
    var wroteConfiguration: Bool { wrote(.createFunction) || wrote(.updateFunctionConfiguration) }
    var wroteTags: Bool { wrote(.tagResource) }

    var isChanged: Bool {
        wroteCode || wroteConfiguration || wroteTags || wouldChange { !$0.isEmpty }
            || entries.contains {
                switch $0.fact {
                case .versionPublished, .aliasCreated, .aliasMoved, .aliasPutBack, .traffic(.shifted),
                    .traffic(.codeDeploy(.started)):
                    true
                case .versionsPruned(let pruned): !pruned.deleted.isEmpty
                default: false
                }
            } || wouldRelease || wouldRollBack
    }

    private var wouldRelease: Bool {
        guard case .succeeded(.plan) = ending else { return false }
        return entries.contains {
            guard case .releasePreviewed(let version, let name, let alias) = $0.fact else { return false }
            return version == nil || name != nil && alias?.isWholly(at: version) != true
        }
    }

    private var wouldRollBack: Bool {
        guard case .succeeded(.plan) = ending else { return false }
        return entries.contains {
            if case .rollbackDecided(let decision, let alias) = $0.fact {
                !alias.isWholly(at: decision.target.description)
            } else {
                false
            }
        }
    }

    private func wrote(_ write: Write) -> Bool {
        entries.contains { if case .engine(.accepted(write)) = $0.fact { true } else { false } } || showsAtTheEnd(write)
    }

    /// Of a write that was under way when the run was stopped nobody heard any more, but the last look may show it.
    private func showsAtTheEnd(_ write: Write) -> Bool {
        guard
            let sent = entries.lastIndex(where: { if case .engine(.sending(write)) = $0.fact { true } else { false } }),
            case .seen(let after)? = last({ if case .stateAtTheEnd(let look) = $0 { look } else { nil } })
        else { return false }
        // Refused, it was not carried out, unless it was sent once more.
        let isRefused = entries[sent...].reduce(false) { isRefused, entry in
            switch entry.fact {
            case .engine(.refusedByConflict(write, _)), .rivalFound: true
            case .engine(.foundUntouched(write)): false
            default: isRefused
            }
        }
        if isRefused { return false }
        // Where nothing stood before, it was created.
        guard let before = RunResult(ending: ending, entries: Array(entries[..<sent]), duration: duration).latest
        else { return write == .createFunction }
        let isReconfigured = Difference.configurationDifferences(
            FunctionContent(of: before), FunctionContent(of: after)
        )
        .contains { !$0.isOfUnknownMember }
        switch write {
        case .updateFunctionCode:
            // After a failed update or version the same code is sent, as the cure: it shows by nothing but its revision.
            let mayBeCure = before.lastUpdateStatus == .failed || hasFoundAFailedVersion
            let isCure = mayBeCure && before.revisionId != after.revisionId && !isReconfigured
            return before.codeSha256 != after.codeSha256 || isCure
        case .updateFunctionConfiguration: return isReconfigured
        default: return before.revisionId != after.revisionId
        }
    }

    private var hasFoundAFailedVersion: Bool {
        entries.contains { if case .failedVersionFound = $0.fact { true } else { false } }
    }

    /// Plan mode only tells what would be.
    private func wouldChange(_ judge: (Changes) -> Bool) -> Bool {
        guard case .succeeded(.plan) = ending else { return false }
        return entries.contains { if case .planned(let changes) = $0.fact { judge(changes) } else { false } }
    }
}
