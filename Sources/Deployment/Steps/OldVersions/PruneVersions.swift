import AWSCore
import AWSServices
import Engine

/// So that others find room in the quota, which all of an account's calls share.
private let pauseBetween = Duration.milliseconds(100)

extension FunctionDeployment {
    /// Deletes old versions, the oldest first. The release is done by then: whatever goes wrong is a warning.
    func pruneVersions() async {
        if let keeping = versionsToKeep { _ = await prune(keeping: keeping, isForRoom: false) }
    }

    /// `nil`: none is to be deleted.
    var versionsToKeep: Int? { plan.history.rollback == nil ? plan.history.keepVersions : nil }

    func prune(keeping: Int, isForRoom: Bool) async -> Pruned {
        var pruned = Pruned(isForRoom: isForRoom)
        do {
            let versions = try await versionsToDelete(keeping: keeping)
            pruned.left = versions.compactMap(\.versionNumber)
            try await delete(versions, &pruned)
        } catch {
            pruned.trouble = journal.cause(of: error.asFailure(conflicts: 1))
        }
        journal.record(.versionsPruned(pruned))
        return pruned
    }

    func versionsToDelete(keeping: Int) async throws(Interruption) -> [FunctionConfiguration] {
        if let failure = journal.aliasesUnseen { throw .ended(failure) }
        let versions = try await engine.publishedVersions()
        guard versions.count > keeping else { return [] }
        // Looked at after the versions: an alias that is made in between is seen.
        let aliases = try await engine.aliases() + journal.releasedAlias
        let provisioned = try await engine.call { () throws(AWSFailure) in
            try await lambda.listProvisionedQualifiers(engine.functionName, within: Budget.write)
        }
        let numbers = prunableVersions(
            of: versions, keeping: keeping, released: journal.releasedVersion, aliases: aliases,
            provisioned: provisioned, served: journal.servedVersions)
        return numbers.compactMap { number in versions.first { $0.versionNumber == number } }
    }

    private func delete(_ versions: [FunctionConfiguration], _ pruned: inout Pruned) async throws(Interruption) {
        guard !versions.isEmpty else { return }
        let configured = try await eventInvokeQualifiers()
        let deadline = Deadline(after: Budget.pruning, by: clock)
        var lastFailure: EngineFailure?
        for version in versions {
            guard let number = version.versionNumber else { continue }
            guard deadline.left > .zero else {
                pruned.isOutOfTime = true
                return
            }
            if !pruned.deleted.isEmpty { try await engine.pause(pauseBetween) }
            do {
                try await deleteIfUnused(number, version, configured, &pruned)
                lastFailure = nil
            } catch {
                // Whatever it is, it may be about this version alone; twice the same is about all of them.
                guard case .failed(let failure) = error, !failure.isCancellation, lastFailure?.kind != failure.kind
                else { throw error }
                lastFailure = failure
                pruned.failure = failure
            }
        }
    }

    private func deleteIfUnused(
        _ number: VersionNumber, _ version: FunctionConfiguration, _ configured: Set<String>, _ pruned: inout Pruned
    ) async throws(Interruption) {
        if let use = try await use(of: number, version, configured, &pruned) {
            pruned.left.removeAll { $0 == number }
            pruned.used.append(UsedVersion(number: number, use: use))
        } else if pruned.mayBeDeleted(version) {
            if let refusal = try await refusal(toDelete: number) {
                pruned.refusal = refusal
                return
            }
            pruned.left.removeAll { $0 == number }
            pruned.deleted.append(number)
        }
    }

    /// Numbers are never given twice, so a deletion may be repeated; but first it is looked whether it is needed.
    /// - Returns: why AWS does not delete it, such as an alias that was moved there a moment ago, or CloudFront, which has
    ///   copies of it in all Regions. The others may be deleted all the same.
    private func refusal(toDelete number: VersionNumber) async throws(Interruption) -> Refusal? {
        var troubles = Troubles(limit: Budget.deletion)
        while true {
            do {
                try await engine.call { () throws(AWSFailure) in
                    try await lambda.deleteVersion(number, of: engine.functionName, within: Budget.deletion)
                }
                return nil
            } catch {
                if case .failed(.refused(let refusal)) = error, refusal.isAboutThisVersion { return refusal }
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

extension Refusal {
    /// Source: https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/lambda-edge-delete-replicas.html
    fileprivate var isAboutThisVersion: Bool { isConflict || code == "InvalidParameterValueException" }
}

extension EngineFailure {
    fileprivate var isCancellation: Bool { if case .cancelled = self { true } else { false } }

    /// What is the same, whichever version it is about.
    fileprivate var kind: String {
        switch self {
        case .refused(let refusal): "\(refusal.operation) \(refusal.status) \(refusal.code)"
        case .unreachable(let operation, _), .unknown(let operation, _): operation
        case .cancelled, .timedOut, .functionVanished, .functionFailed, .updateFailed: ""
        }
    }
}
