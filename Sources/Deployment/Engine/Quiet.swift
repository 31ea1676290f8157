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

    /// An update in progress is no quiet: it is waited for, and then it takes whoever wrote it a while to notice.
    private func watch(untilQuietFor quiet: Duration) async throws(Interruption) {
        let deadline = clock.elapsed() + plan.waits.timeout
        var quiet = quiet
        var lastSeen = try await sight()
        var since = clock.elapsed()
        while clock.elapsed() - since < quiet, clock.elapsed() < deadline {
            if lastSeen.isBusy {
                let settled = try await settle(.otherUpdate, after: Lineage(), onTimeout: plan.waits.onTimeout)
                quiet = max(quiet, PollSchedule.longestLag(afterWaiting: clock.elapsed() - since))
                lastSeen = Sight(settled.function.configuration)
                since = clock.elapsed()
            }
            try await pause(max(quiet / 4, .milliseconds(500)))
            let seen = try await sight()
            if seen != lastSeen {
                lastSeen = seen
                since = clock.elapsed()
            }
        }
    }

    private func sight() async throws(Interruption) -> Sight {
        Sight(try await lookAtLatest(within: Budget.read)?.configuration)
    }
}

/// What changes whenever somebody is at work.
private struct Sight: Equatable {
    private let revisionId: String?
    private let lastModified: String?
    private let status: Status
    let isBusy: Bool

    init(_ configuration: FunctionConfiguration?) {
        revisionId = configuration?.revisionId
        lastModified = configuration?.lastModified
        status = Status(configuration)
        isBusy = configuration.map { Readiness(ofLatest: $0) == .notYet } ?? false
    }
}
