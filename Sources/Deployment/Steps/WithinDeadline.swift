import AWSCore
import Engine

extension FunctionDeployment {
    /// Does the work, and stops it where the deadline comes near: whatever it is about then, a wait, a call, an upload, a watch.
    /// What is to be put back is put back after that, uncut.
    func withinDeadline(
        _ work: @escaping @Sendable () async throws(DeploymentFailure) -> Void
    ) async throws(DeploymentFailure) {
        guard let deadline = plan.waits.deadline else { return try await work() }
        journal.record(.timeLimited(deadline))
        let time = max(.zero, deadline - Budget.puttingBack - journal.elapsed)
        let end = await stopping(after: time, isOver: { journal.record(.deadlineNear) }, { await failure(of: work) })
        if let failure = end.flatMap(\.self) { throw journal.cause(of: failure) }
    }

    private func failure(
        of work: @Sendable () async throws(DeploymentFailure) -> Void
    ) async -> DeploymentFailure? {
        do {
            try await work()
            return nil
        } catch {
            return error
        }
    }
}

extension Journal {
    /// Why something failed: what was stopped for the deadline's sake only knows that it was cancelled.
    func cause(of failure: DeploymentFailure) -> DeploymentFailure {
        guard case .engine(.cancelled) = failure, let deadline = deadlineThatIsNear else { return failure }
        return .deadlineReached(deadline, isUntouched: hasSentNothing)
    }

    private var deadlineThatIsNear: Duration? {
        var deadline: Duration?
        var isNear = false
        for entry in entries {
            if case .timeLimited(let given) = entry.fact { deadline = given }
            if case .deadlineNear = entry.fact { isNear = true }
        }
        return isNear ? deadline : nil
    }

    private var hasSentNothing: Bool {
        !entries.contains {
            switch $0.fact {
            case .engine(.sending), .engine(.aliasWriteSent), .upload(.began), .traffic(.codeDeploy(.starting)): true
            default: false
            }
        }
    }
}
