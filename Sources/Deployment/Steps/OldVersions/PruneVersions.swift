import AWSCore
import AWSServices
import Engine

/// So that others find room in the quota, which all of an account's calls share.
private let pauseBetween = Duration.milliseconds(100)

extension FunctionDeployment {
    /// Deletes old versions, the oldest first. The release is done by then: whatever goes wrong is a warning.
    func pruneVersions() async {
        guard let keeping = plan.history.keepVersions, plan.history.rollback == nil else { return }
        var pruned = Pruned()
        do {
            pruned.left = try await versionsToDelete(keeping: keeping)
            let deadline = Deadline(after: Budget.pruning, by: clock)
            for number in pruned.left {
                guard deadline.left > .zero else {
                    pruned.isOutOfTime = true
                    break
                }
                if !pruned.deleted.isEmpty { try await engine.pause(pauseBetween) }
                try await delete(number, &pruned)
            }
        } catch {
            pruned.trouble = error.asFailure(conflicts: 1)
        }
        journal.record(.versionsPruned(pruned))
    }

    private func versionsToDelete(keeping: Int) async throws(Interruption) -> [VersionNumber] {
        let versions = try await engine.publishedVersions()
        guard versions.count > keeping else { return [] }
        // Looked at after the versions: an alias that is made in between is seen.
        let aliases = try await engine.call { () throws(AWSFailure) in
            try await lambda.listAliases(engine.functionName, within: Budget.write)
        }
        let provisioned = try await engine.call { () throws(AWSFailure) in
            try await lambda.listProvisionedQualifiers(engine.functionName, within: Budget.write)
        }
        return prunableVersions(
            of: versions, keeping: keeping, released: journal.releasedVersion, aliases: aliases + journal.releasedAlias,
            provisioned: provisioned)
    }

    private func delete(_ number: VersionNumber, _ pruned: inout Pruned) async throws(Interruption) {
        if let refusal = try await refusal(toDelete: number) {
            pruned.refusal = refusal
            return
        }
        pruned.left.removeAll { $0 == number }
        pruned.deleted.append(number)
    }

    /// Numbers are never given twice, so a deletion may be repeated; but first it is looked whether it is needed.
    /// - Returns: why AWS does not delete it, such as an alias that was moved there a moment ago.
    private func refusal(toDelete number: VersionNumber) async throws(Interruption) -> Refusal? {
        var troubles = Troubles(limit: Budget.deletion)
        while true {
            do {
                try await engine.call { () throws(AWSFailure) in
                    try await lambda.deleteVersion(number, of: engine.functionName, within: Budget.deletion)
                }
                return nil
            } catch {
                if case .failed(.refused(let refusal)) = error, refusal.isConflict { return refusal }
                troubles.add(try engine.trouble(with: .deleteVersion, error), at: clock.elapsed())
            }
            try await engine.pause(troubles.pause(chance: clock.random()))
            if try await engine.lookAtVersion(number) == nil {
                engine.tell(.foundArrived(.deleteVersion))
                return nil
            }
            try troubles.requireTimeLeft(at: clock.elapsed())
        }
    }
}

extension Journal {
    /// The alias as this run knows it: a list may lag behind, and not show yet that it has moved.
    fileprivate var releasedAlias: [AliasConfiguration] {
        entries.compactMap { entry in
            switch entry.fact {
            case .aliasMoved(_, let alias), .aliasCreated(let alias), .aliasUnchanged(let alias): alias
            default: nil
            }
        }.suffix(1)
    }

    fileprivate var releasedVersion: VersionNumber? {
        entries.compactMap { entry in
            switch entry.fact {
            case .versionPublished(let version), .versionReused(let version): version.versionNumber
            default: nil
            }
        }.last
    }
}
