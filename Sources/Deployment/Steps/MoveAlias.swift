import AWSCore
import AWSServices

extension Deployment {
    /// The alias on a version that was published before: tested first if it has to move there.
    func route(
        _ alias: AliasConfiguration?, toReused version: FunctionConfiguration, _ publication: PlannedPublication
    ) async throws(Interruption) {
        journal.record(.versionReused(version))
        guard publication.alias != nil else { return }
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
                return record(from: alias, to: try await write(name, over: base, number))
            } catch {
                try troubles.add(try aliasTrouble(with: base.write, error), at: clock.elapsed())
            }
            try await pause(troubles.pause(chance: clock.random()))
            let seen = try await lookAtAlias(name, within: Budget.read)
            if let seen, seen.isWholly(at: number), troubles.mayHaveArrived {
                journal.record(.foundArrived(base.write))
                return record(from: alias, to: seen)
            }
            guard seen.isSame(as: base) else {
                throw .rival(Rival(during: base.write, differences: Difference.between(base, seen, name)))
            }
            journal.record(.foundUntouched(base.write))
            base = seen
        }
    }

    /// An alias that is not found was there when we looked: somebody deleted it.
    private func aliasTrouble(with write: Write, _ interruption: Interruption) throws(Interruption) -> Trouble {
        if write == .updateAlias, case .failed(.refused(let refusal)) = interruption, refusal.status == 404 {
            journal.record(.refusedByConflict(write, refusal))
            return .conflict(refusal)
        }
        return try trouble(with: write, interruption)
    }

    private func write(
        _ name: String, over base: AliasConfiguration?, _ number: String
    ) async throws(Interruption) -> AliasConfiguration {
        journal.record(.aliasWriteSent(from: base, to: number))
        let written = try await call { () throws(AWSFailure) in
            guard let base else {
                return try await lambda.createAlias(
                    name, of: plan.functionName, functionVersion: number, within: Budget.write)
            }
            return try await lambda.updateAlias(
                name, of: plan.functionName, functionVersion: number, additionalVersionWeights: [:],
                revisionId: base.revisionId, within: Budget.write)
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

    /// Its revision moves by itself; where its traffic goes does not.
    fileprivate func isSame(as other: AliasConfiguration?) -> Bool {
        self?.functionVersion == other?.functionVersion
            && self?.additionalVersionWeights == other?.additionalVersionWeights
    }
}

extension Difference {
    fileprivate static func between(
        _ before: AliasConfiguration?, _ after: AliasConfiguration?, _ name: String
    ) -> [Difference] {
        [Difference(name: "Alias \(name)", before: before?.traffic, after: after?.traffic)]
    }
}

extension AliasConfiguration {
    /// Where its traffic goes: the version, and what others get beside it.
    package var traffic: JSONValue {
        let others = additionalVersionWeights.sorted { $0.key < $1.key }.map { "\($0.value * 100)% to \($0.key)" }
        return .string(([functionVersion] + others).joined(separator: ", "))
    }
}
