import AWSCore
import AWSServices

private let longestQuiet = 30.0

extension Deployment {
    /// Before starting over: waits until nobody has touched the function for a while.
    ///
    /// The while grows with each conflict and differs by chance, so of two deployments one goes first, and the other sees
    /// it at work and waits until it has ended.
    func waitForQuiet(beforeRetry retry: Int) async throws(DeploymentFailure) {
        let seconds = min(Double(1 << min(retry, 10)), longestQuiet) * (0.5 + clock.random())
        journal.record(.startingOver(attempt: retry, of: plan.conflicts.maxRetries, quiet: .seconds(seconds)))
        do {
            try await watch(untilQuietFor: .seconds(seconds))
        } catch {
            throw error.asFailure(conflicts: retry)
        }
    }

    private func watch(untilQuietFor quiet: Duration) async throws(Interruption) {
        let deadline = clock.elapsed() + plan.waits.timeout
        var lastSeen = try await sight()
        var since = clock.elapsed()
        while clock.elapsed() - since < quiet, clock.elapsed() < deadline {
            try await pause(max(quiet / 4, .milliseconds(500)))
            let seen = try await sight()
            if seen != lastSeen {
                lastSeen = seen
                since = clock.elapsed()
            }
        }
    }

    /// What changes whenever somebody is at work.
    private func sight() async throws(Interruption) -> [String?] {
        let configuration = try await lookAtLatest(within: Budget.read)?.configuration
        return [configuration?.revisionId, configuration?.lastModified, Status(configuration).description]
    }
}
