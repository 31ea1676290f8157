import AWSCore
import AWSServices

private let staleLooksAtMost = 10

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
        try await moveAlias(alias, to: version, publication)
    }

    /// Points the alias at the version, wholly: weights of an unfinished shift are cleared.
    func moveAlias(
        _ alias: AliasConfiguration?, to version: FunctionConfiguration, _ publication: PlannedPublication
    ) async throws(Interruption) {
        guard let name = publication.alias, let number = version.version else { return }
        if let alias, alias.isWholly(at: number) {
            journal.record(.aliasUnchanged(alias))
            return
        }
        var base = alias
        var troubles = Troubles(limit: plan.waits.timeout)
        while true {
            do {
                return record(from: alias, to: try await write(name, over: base, version, number))
            } catch {
                troubles.add(try trouble(with: base.write, error), at: clock.elapsed())
            }
            let seen = try await lookAgain(name, past: base, troubles)
            if let seen, seen.isWholly(at: number), troubles.mayHaveArrived {
                journal.record(.foundArrived(base.write))
                return record(from: alias, to: seen)
            }
            guard seen.isSame(as: base) else {
                throw .rival(Rival(during: base.write, differences: Difference.between(base, seen, name)))
            }
            // Function and alias are there, so it is the version that is not.
            if seen != nil, let refusal = troubles.saidGone { throw .failed(.refused(refusal)) }
            journal.record(.foundUntouched(base.write))
            try troubles.requireTimeLeft(at: clock.elapsed())
            base = seen
        }
    }

    /// Looks until the look is no older than the refusal: one that still shows the revision that AWS just called past, or
    /// the alias that it does not find, may be stale. An alias that is missing may have gone with its function.
    private func lookAgain(
        _ name: String, past base: AliasConfiguration?, _ troubles: Troubles
    ) async throws(Interruption) -> AliasConfiguration? {
        var seen = base
        for _ in 0..<staleLooksAtMost {
            try await pause(troubles.pause(chance: clock.random()))
            seen = try await lookAtAlias(name, within: Budget.read)
            guard troubles.disprovesTheLastLook, let revision = seen?.revisionId, revision == base?.revisionId
            else { break }
        }
        if seen == nil { _ = try await settle(.lookUp(base.write), after: Lineage(), onTimeout: .fail) }
        return seen
    }

    private func write(
        _ name: String, over base: AliasConfiguration?, _ version: FunctionConfiguration, _ number: String
    ) async throws(Interruption) -> AliasConfiguration {
        journal.record(.aliasWriteSent(from: base, to: number))
        let description = aliasDescription(
            of: base, movedTo: version, by: plan.history.run, goingBack: plan.rollbackTarget != nil)
        let written = try await call { () throws(AWSFailure) in
            guard let base else {
                return try await lambda.createAlias(
                    name, of: plan.functionName, functionVersion: number, description: description,
                    within: Budget.write)
            }
            return try await lambda.updateAlias(
                name, of: plan.functionName, functionVersion: number, additionalVersionWeights: [:],
                description: description, revisionId: base.revisionId, within: Budget.write)
        }
        guard written.isWholly(at: number) else {
            throw .rival(Rival(during: base.write, differences: Difference.between(base, written, name)))
        }
        return written
    }

    private func record(from alias: AliasConfiguration?, to written: AliasConfiguration) {
        journal.record(alias.map { .aliasMoved(from: $0, to: written) } ?? .aliasCreated(written))
    }

    func lookAtAlias(_ name: String, within budget: Duration) async throws(Interruption) -> AliasConfiguration? {
        try await call { () throws(AWSFailure) in
            try await lambda.getAlias(name, of: plan.functionName, within: budget)
        }
    }
}

extension AliasConfiguration {
    /// All its traffic goes to this version.
    package func isWholly(at version: String?) -> Bool {
        functionVersion == version && additionalVersionWeights.isEmpty
    }
}

extension AliasConfiguration? {
    fileprivate var write: Write { self == nil ? .createAlias : .updateAlias }

    /// Its revision moves by itself; where its traffic goes does not. Another record tells that it was away and back.
    fileprivate func isSame(as other: AliasConfiguration?) -> Bool {
        self?.functionVersion == other?.functionVersion
            && self?.additionalVersionWeights == other?.additionalVersionWeights
            && self?.record == other?.record
    }
}

extension Difference {
    fileprivate static func between(
        _ before: AliasConfiguration?, _ after: AliasConfiguration?, _ name: String
    ) -> [Difference] {
        [
            Difference(
                name: "Alias \(name)", before: before.map { .string($0.traffic) },
                after: after.map { .string($0.traffic) })
        ]
    }
}

extension AliasConfiguration {
    /// Where its traffic goes: the version, and what others get beside it.
    package var traffic: String {
        let others = additionalVersionWeights.sorted { $0.key < $1.key }
            .map { "\(Int(($0.value * 100).rounded()))% to \($0.key)" }
        return ([functionVersion] + others).joined(separator: ", ")
    }
}
