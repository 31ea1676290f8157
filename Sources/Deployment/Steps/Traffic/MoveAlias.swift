import AWSServices
import Engine

extension FunctionDeployment {
    /// Brings all traffic of the alias to the version, as planned: at once, in steps, or by CodeDeploy.
    func moveTraffic(_ alias: AliasConfiguration?, to version: FunctionConfiguration) async throws(Interruption) {
        guard let publication = plan.publication, let name = publication.alias, let number = version.version
        else { return }
        if let alias, alias.isWholly(at: number) || isBelievedToBeWarmingUp(alias, for: number) {
            journal.record(.aliasUnchanged(alias))
            return try await recordApart(version, on: alias)
        }
        switch publication.traffic.shift {
        case .atOnce: _ = try await moveAlias(name, alias, to: version, number)
        case .inSteps(let steps): try await shift(name, alias, to: version, number, steps)
        case .byCodeDeploy(let planned): try await deploy(by: planned, name, alias, to: version)
        }
    }

    /// Points the alias at the version, wholly: weights of an unfinished shift are cleared. Its description records this.
    /// Where instances are kept warm for it, they are waited for.
    /// - Parameter number: the version's.
    func moveAlias(
        _ name: String, _ alias: AliasConfiguration?, to version: FunctionConfiguration, _ number: String
    ) async throws(Interruption) -> AliasConfiguration {
        let (run, goingBack, apart) = (plan.history.run, plan.rollbackTarget != nil, journal.versionApart)
        let written = try await write(name, over: alias, Routing(version: number)) { base in
            aliasDescription(of: base, movedTo: version, by: run, goingBack: goingBack, apart: apart)
        }
        journal.record(alias.map { .aliasMoved(from: $0, to: written) } ?? .aliasCreated(written))
        guard let alias else {
            if !FunctionContent(of: version).isManaged { await lookForPlainCallers(of: written) }
            return written
        }
        return try await awaitWarm(written, movedFrom: alias)
    }

    /// What AWS itself sets otherwise in the version than in `$LATEST` is recorded where it is not known yet: then the next
    /// run knows the version again without asking AWS to publish.
    private func recordApart(_ version: FunctionConfiguration, on alias: AliasConfiguration) async throws(Interruption)
    {
        // A weight that AWS has set to warm up would be taken off.
        guard let apart = journal.versionApart, alias.record?.apart != apart, alias.isWholly(at: version.version),
            !journal.hasFoundWarmingUp(alias)
        else { return }
        let run = plan.history.run
        let written = try await write(alias.name, over: alias, alias.routing) { base in
            aliasDescription(of: base, movedTo: version, by: run, goingBack: false, apart: apart)
        }
        journal.record(.aliasRecorded(written))
    }

    /// Writes the alias over what was seen of it, or creates it.
    /// - Parameter description: its description, by what it is written over; `nil` leaves the one that stands.
    func write(
        _ name: String, over alias: AliasConfiguration?, _ routing: Routing,
        description: @escaping @Sendable (AliasConfiguration?) -> String?
    ) async throws(Interruption) -> AliasConfiguration {
        let wanted = AliasWrite(
            name: name, routing: routing, description: description,
            // Another record alone tells that it was away and back.
            isSameMove: { $0?.record == $1?.record }, isWarmingUp: journal.hasFoundWarmingUp(alias),
            isVersionNew: ([routing.version] + routing.weights.keys).contains(where: journal.hasPublished))
        return try await engine.perform(wanted, over: alias)
    }
}

extension Journal {
    /// Whether this is the alias as it was found under a weight of AWS's own, and without it.
    fileprivate func hasFoundWarmingUp(_ alias: AliasConfiguration?) -> Bool {
        entries.contains {
            if case .traffic(.foundWarmingUp(let found)) = $0.fact {
                found.revisionId == alias?.revisionId
            } else {
                false
            }
        }
    }

    /// Whether this run has made that version.
    func hasPublished(_ number: String) -> Bool {
        entries.contains {
            if case .versionPublished(let version) = $0.fact { version.version == number } else { false }
        }
    }
}
