import AWSCore
import AWSServices

/// An alias that others may be shifting in steps, as its user would.
package struct ShiftingAlias: Sendable {
    let name: String
    let steps: [Duration]

    /// - Parameter steps: how long each of its steps lasts; not empty.
    package init(name: String, steps: [Duration]) {
        self.name = name
        self.steps = steps
    }
}

extension FunctionEngine {
    /// Waits until nobody has touched the function for a while, nor the alias, if others may be shifting it.
    ///
    /// An update in progress is no quiet: it is waited for, and then it takes whoever wrote it a while to notice.
    package func watch(untilQuietFor quiet: Duration, alias: ShiftingAlias?) async throws(Interruption) {
        let steps = alias?.steps ?? []
        let deadline = clock.elapsed() + waits.timeout + steps.reduce(.zero, +)
        // Whoever shifts the alias in steps like ours touches it at least so often.
        let longestStep = (steps.max() ?? .zero) + .seconds(60)
        var quiet = quiet
        var lastSeen = try await sight(alias)
        var since = clock.elapsed()
        while clock.elapsed() < deadline {
            if let waiting = lastSeen.waiting {
                _ = try await settle(waiting, after: Lineage(), onTimeout: waits.onTimeout)
                quiet = max(quiet, PollSchedule.longestLag(afterWaiting: clock.elapsed() - since))
                lastSeen = try await sight(alias)
                since = clock.elapsed()
            }
            let silence = clock.elapsed() - since
            guard silence < (lastSeen.isShifting ? max(quiet, longestStep) : quiet) else { return }
            try await pause(silence < quiet ? max(quiet / 4, .milliseconds(500)) : .seconds(10))
            let seen = try await sight(alias)
            if seen != lastSeen {
                lastSeen = seen
                since = clock.elapsed()
            }
        }
    }

    private func sight(_ alias: ShiftingAlias?) async throws(Interruption) -> Sight {
        let configuration = try await lookAtLatest(within: Budget.read)?.configuration
        guard let alias else { return Sight(configuration, nil) }
        return Sight(configuration, try await lookAtAlias(alias.name, within: Budget.read))
    }
}

private struct Sight: Equatable {
    /// What changes whenever somebody is at work.
    private let signs: [String?]
    /// `nil`: nothing is going on.
    let waiting: Waiting?
    /// The alias is half-way between two versions: somebody may be about to go on.
    let isShifting: Bool

    init(_ configuration: FunctionConfiguration?, _ alias: AliasConfiguration?) {
        signs = [
            configuration?.revisionId, configuration?.lastModified, Status(configuration).description,
            alias?.revisionId, alias?.traffic,
        ]
        waiting = configuration.flatMap { Readiness(ofLatest: $0) == .notYet ? Waiting(onto: $0) : nil }
        isShifting = alias?.additionalVersionWeights.isEmpty == false
    }
}
