import AWSCore
import Engine
import Synchronization

extension FunctionDeployment {
    /// Does the work, and stops it where the deadline comes near, just as a cancellation would: whatever it is about then, a wait,
    /// a call, an upload, a watch, ends at the next safe point. What is to be put back is put back after that, uncut.
    func withinDeadline(
        _ work: @escaping @Sendable () async throws(DeploymentFailure) -> Void
    ) async throws(DeploymentFailure) {
        guard let deadline = plan.waits.deadline else { return try await work() }
        journal.record(.timeLimited(deadline))
        let ending = Mutex<DeploymentFailure?>(nil)
        await clock.sideBySide([
            {
                do throws(DeploymentFailure) { try await work() } catch { ending.withLock { $0 = error } }
                return false
            },
            { await isCutShort(waitingFor: deadline - Budget.puttingBack - journal.elapsed) },
        ])
        if let failure = ending.withLock({ $0 }) { throw journal.cause(of: failure) }
    }

    /// - Returns: whether the work ended first.
    private func isCutShort(waitingFor time: Duration) async -> Bool {
        do throws(CancellationError) {
            try await clock.sleep(for: max(.zero, time))
        } catch {
            return true
        }
        journal.record(.deadlineNear)
        return false
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
