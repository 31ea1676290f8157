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
        let steps = plan.publication?.traffic.steps ?? []
        let deadline = clock.elapsed() + plan.waits.timeout + steps.reduce(.zero) { $0 + $1.lasts }
        // Whoever shifts the alias in steps like ours touches it at least so often.
        let longestStep = (steps.map(\.lasts).max() ?? .zero) + .seconds(60)
        var quiet = quiet
        var lastSeen = try await sight()
        var since = clock.elapsed()
        while clock.elapsed() < deadline {
            if lastSeen.isBusy {
                _ = try await settle(.otherUpdate, after: Lineage(), onTimeout: plan.waits.onTimeout)
                quiet = max(quiet, PollSchedule.longestLag(afterWaiting: clock.elapsed() - since))
                lastSeen = try await sight()
                since = clock.elapsed()
            }
            let silence = clock.elapsed() - since
            guard silence < (lastSeen.isShifting ? max(quiet, longestStep) : quiet) else { return }
            try await pause(silence < quiet ? max(quiet / 4, .milliseconds(500)) : .seconds(10))
            let seen = try await sight()
            if seen != lastSeen {
                lastSeen = seen
                since = clock.elapsed()
            }
        }
    }

    private func sight() async throws(Interruption) -> Sight {
        let configuration = try await lookAtLatest(within: Budget.read)?.configuration
        guard let publication = plan.publication, let name = publication.alias, !publication.traffic.steps.isEmpty
        else { return Sight(configuration, nil) }
        return Sight(configuration, try await lookAtAlias(name, within: Budget.read))
    }
}

private struct Sight: Equatable {
    /// What changes whenever somebody is at work.
    private let signs: [String?]
    let isBusy: Bool
    /// The alias is half-way between two versions: somebody may be about to go on.
    let isShifting: Bool

    init(_ configuration: FunctionConfiguration?, _ alias: AliasConfiguration?) {
        signs = [
            configuration?.revisionId, configuration?.lastModified, Status(configuration).description,
            alias?.revisionId, alias?.traffic,
        ]
        isBusy = configuration.map { Readiness(ofLatest: $0) == .notYet } ?? false
        isShifting = alias?.additionalVersionWeights.isEmpty == false
    }
}
