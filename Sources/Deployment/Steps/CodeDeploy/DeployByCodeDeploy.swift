import AWSCore
import AWSServices
import Engine

private let looksAtTheAlias = 5

extension FunctionDeployment {
    /// Has CodeDeploy move the alias. Its own writes to the alias are no rival's, so the alias is looked at again only when
    /// the deployment has ended.
    func deploy(
        by planned: PlannedCodeDeploy, _ name: String, _ alias: AliasConfiguration?, to version: FunctionConfiguration
    ) async throws(Interruption) {
        guard let number = version.version else { return }
        guard let alias, NotShared(alias, number) == nil else {
            if let reason = NotShared(alias, number) { journal.record(.traffic(.notShared(alias, reason: reason))) }
            _ = try await moveAlias(name, alias, to: version, number)
            return
        }
        let spec = AliasAppSpec(
            function: version.functionArn.flatMap(functionName(inArn:)) ?? engine.functionName, alias: name,
            currentVersion: alias.functionVersion, targetVersion: number)
        guard let id = try await start(spec, planned.group, alias) else { return try await requireMoved(alias, number) }
        guard planned.isFollowed else { return journal.record(.traffic(.codeDeploy(.left(id: id)))) }
        let ended = try await follow(id)
        if ended.status == .succeeded { return try await requireMoved(alias, number) }
        try await requireNoRival(after: ended, alias)
        throw .ended(.traffic(.codeDeploy(ended)))
    }

    /// CodeDeploy has succeeded: the alias points wholly at the version, unless somebody has moved it since.
    private func requireMoved(_ alias: AliasConfiguration, _ number: String) async throws(Interruption) {
        func isMoved(_ seen: AliasConfiguration) -> Bool {
            seen.isWholly(at: number) || seen.routing.mayBeWarmUp(of: Routing(version: number), from: alias)
        }
        let seen = try await look(at: alias) { $0.map(isMoved) ?? false }
        guard let seen, isMoved(seen) else { throw .moved(alias, to: seen, during: .createDeployment) }
        journal.record(.aliasMoved(from: alias, to: seen))
        if !seen.isWholly(at: number) { _ = try await awaitWarm(seen, movedFrom: alias) }
    }

    /// CodeDeploy fails, too, when it finds the alias elsewhere than it was when the deployment was created.
    private func requireNoRival(
        after ended: CodeDeployment, _ alias: AliasConfiguration
    ) async throws(Interruption) {
        guard ended.errorCode == "INVALID_LAMBDA_CONFIGURATION" else { return }
        let seen = try await look(at: alias) { $0?.routing != alias.routing }
        guard seen?.routing != alias.routing else { return }
        throw .moved(alias, to: seen, during: .createDeployment)
    }

    /// Looks at the alias until it shows what CodeDeploy has told of it, for a look may lag behind; but not for ever.
    private func look(
        at alias: AliasConfiguration, until isAsTold: (AliasConfiguration?) -> Bool
    ) async throws(Interruption) -> AliasConfiguration? {
        var seen: AliasConfiguration?
        for look in 1...looksAtTheAlias {
            seen = try await engine.lookAtAlias(alias.name, within: Budget.read)
            if isAsTold(seen) { break }
            try await engine.pause(.milliseconds(500 * look))
        }
        return seen
    }
}

/// The name in `arn:aws:lambda:REGION:ACCOUNT:function:NAME:7`.
private func functionName(inArn arn: String) -> String? {
    ARN(arn)?.resourceParts.dropFirst().first.map(String.init)
}
