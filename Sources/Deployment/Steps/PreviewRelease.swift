import AWSCore
import AWSServices
import Engine

extension FunctionDeployment {
    /// Says where the package would go, and whether it is there already.
    /// - Returns: the code as it could be sent; `nil`: it would be uploaded first.
    func previewUpload(_ baseline: Baseline) async throws(Interruption) -> PlannedCode? {
        guard let code = plan.code, let upload = code.upload, let address = code.address,
            baseline.latest.map({ Changes(of: plan, on: $0.function).code != nil }) ?? true
        else { return plan.code }
        let seen = try await look(at: address)
        let isThere = try upload.decision(on: seen, checksum(of: upload), wasRefused: false) == .use
        journal.record(.upload(.previewed(address, bytes: upload.bytes.count, isThere: isThere)))
        return isThere ? code.pinned(to: seen.object) : nil
    }

    /// Says what would become of version and alias if nobody came between, and writes nothing.
    func previewRelease(_ baseline: Baseline) async throws(Interruption) {
        guard let publication = plan.publication else {
            return try await previewSteps(to: nil, baseline)
        }
        let version = try await versionThatStands(baseline)
        journal.record(.releasePreviewed(version: version?.version, alias: publication.alias, from: baseline.alias))
        try await previewSteps(to: version, baseline)
    }

    /// - Parameter version: the one that is there already; `nil`: none is to be published, or a new one.
    private func previewSteps(to version: FunctionConfiguration?, _ baseline: Baseline) async throws(Interruption) {
        let number = version?.version
        let target = plan.testTarget(of: plan.content(over: baseline.latest?.content))
        let steps = PreviewedSteps(
            tests: plan.previewedTests(target: target, version: number, from: baseline.alias),
            traffic: plan.previewedTraffic(to: number, from: baseline.alias),
            deletion: try await previewDeletion(after: version, baseline))
        journal.record(.stepsPreviewed(steps))
    }

    /// Which old versions would be deleted. A new one counts among the newest.
    private func previewDeletion(
        after version: FunctionConfiguration?, _ baseline: Baseline
    ) async throws(Interruption) -> PreviewedDeletion {
        guard let keeping = versionsToKeep, baseline.latest != nil else { return .of([]) }
        do {
            let versions = try await versionsToDelete(keeping: version == nil ? keeping - 1 : keeping)
            let numbers = versions.compactMap(\.versionNumber)
            return .of(numbers.filter { number in version?.versionNumber.map { number < $0 } ?? true })
        } catch {
            if case .failed(.cancelled) = error { throw error }
            return .unknown(error.asFailure(conflicts: 0))
        }
    }

    /// `nil`: one has to be published, of what is to be changed first or of what nobody has published yet.
    private func versionThatStands(_ baseline: Baseline) async throws(Interruption) -> FunctionConfiguration? {
        guard let latest = baseline.latest else { return nil }
        let changes = Changes(of: plan, on: latest.function)
        // Neither a changed tag nor the same code makes another version.
        guard changes.code == nil || changes.code == .cure, changes.configuration.isEmpty else { return nil }
        return try await versionsHolding(latest, baseline).same
    }
}
