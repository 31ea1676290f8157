import AWSCore
import Engine

private let longestQuiet = 30.0

extension FunctionDeployment {
    /// Before starting over: waits until nobody has touched the function for a while.
    ///
    /// The while grows with each conflict and differs by chance, so of two deployments one goes first, and the other sees
    /// it at work and waits until it has ended.
    func waitForQuiet(beforeRetry retry: Int) async throws(DeploymentFailure) {
        let seconds = min(Double(1 << min(retry, 10)), longestQuiet) * (0.5 + clock.random())
        journal.record(.startingOver(attempt: retry, of: plan.conflicts.maxRetries, quiet: .seconds(seconds)))
        do {
            try await engine.watch(untilQuietFor: .seconds(seconds), alias: plan.publication?.shiftingAlias)
        } catch {
            throw error.asFailure(conflicts: retry)
        }
    }
}

extension PlannedPublication {
    fileprivate var shiftingAlias: ShiftingAlias? {
        guard let alias, !traffic.steps.isEmpty else { return nil }
        return ShiftingAlias(name: alias, steps: traffic.steps.map(\.lasts))
    }
}
