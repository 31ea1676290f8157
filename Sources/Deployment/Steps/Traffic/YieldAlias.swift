import Engine

extension FunctionDeployment {
    /// Whoever moves the alias after us wins, whatever `on-conflict` says: who ends a canary at three in the morning is not
    /// to see it begin again. Before our first write has taken effect, a move by others is a conflict like any other.
    /// - Throws: how the run ends, unless it may start over.
    func yieldAlias(to rival: Rival) async throws(DeploymentFailure) {
        guard let move = rival.alias, journal.hasBegunToMoveTheAlias else { return }
        switch AliasClaim(move, newer: await newerRelease(behind: move), ours: plan.history.run) {
        case .newerRun(let supersession): throw .superseded(supersession)
        case .olderRun: return
        case .theirs: throw .aliasTaken(move)
        }
    }

    /// Who goes back, or deploys whatever newer runs did, gives way to none: then it is just somebody else.
    private func newerRelease(behind move: AliasMove) async -> Supersession? {
        guard plan.rollbackTarget == nil, plan.history.onSuperseded != .deploy else { return nil }
        // Where the look fails, the alias is somebody else's all the same.
        return try? await supersession(of: move.standing)
    }
}
