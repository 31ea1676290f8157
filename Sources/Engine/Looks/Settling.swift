import AWSCore
import AWSServices

/// How long a function that was there may be missing before we believe that it was deleted: reads lag behind.
private let missingAtMost = Duration.seconds(15)

extension FunctionEngine {
    /// Looks at `$LATEST` until nothing is going on, and answers with that look.
    /// - Parameters:
    ///   - lineage: what is known to be past; looks that show it are stale.
    ///   - onTimeout: `attempt` answers with the last look all the same, whose readiness then is `notYet`.
    package func settle(
        _ waiting: Waiting, after lineage: Lineage, onTimeout: WaitPolicy.OnTimeout
    ) async throws(Interruption) -> Snapshot {
        memory.note(lineage)
        var unsettled: Snapshot?
        let missing = MissingFunction(limit: missingAtMost)
        let polled = try await poll(waiting) { (within: Duration) async throws(Interruption) -> Look<Snapshot> in
            let found = try await lookAtLatest(within: within)
            guard let function = try missing.judge(found, at: clock.elapsed()) else { return .notYet(Status(nil)) }
            if lineage.isStale(function.configuration) {
                tell(.staleReadIgnored(waiting))
                return .notYet(Status(function.configuration))
            }
            let snapshot = Snapshot(function, lineage: lineage)
            unsettled = snapshot
            return try snapshot.isSettled() ? .done(snapshot) : .notYet(Status(function.configuration))
        }
        switch polled {
        case .done(let snapshot):
            tell(.latestSettled(snapshot.function.configuration))
            return snapshot
        case .timedOut(let status, let waited):
            guard onTimeout == .attempt, let unsettled else {
                throw .failed(.timedOut(waiting, lastSeen: status, waited: waited))
            }
            tell(.timedOutAttempting(waiting, status, waited: waited))
            return unsettled
        }
    }

    /// Settles, and answers with that look if it still shows what `before` showed: anything else is a rival's doing, an
    /// update that failed and changed nothing as well.
    /// - Parameters:
    ///   - write: what it is noticed at.
    ///   - isOursBetween: whether that write has been accepted in between, or may have been.
    package func settle(
        _ waiting: Waiting, unchangedFrom before: Snapshot, after lineage: Lineage, onTimeout: WaitPolicy.OnTimeout,
        during write: Write, isOursBetween: Bool
    ) async throws(Interruption) -> Snapshot {
        let seen = try await settle(waiting, after: lineage, onTimeout: onTimeout)
        let deviations = Expectation(before.content).deviations(in: seen.content)
        let foreign = isOursBetween ? foreignAcrossOurs(deviations, writing: []) : foreign(deviations)
        let unexplained = isOursBetween || !deviations.isEmpty ? [] : before.content.unexplained(in: seen.content)
        try requireNoRival(foreign + unexplained + seen.failedUpdate(since: before), during: write)
        return seen
    }
}

extension Snapshot {
    /// Whether AWS publishes what it should after an update that failed is not documented, so nothing is published before
    /// another one has succeeded.
    fileprivate func failedUpdate(since before: Snapshot) -> [Difference] {
        guard readiness == .lastUpdateFailed, before.readiness != .lastUpdateFailed else { return [] }
        let statuses = [before, self].map { snapshot in
            snapshot.function.configuration.lastUpdateStatus.map { JSONValue.string($0.description) }
        }
        return [Difference(name: Difference.statusName, before: statuses[0], after: statuses[1])]
    }

    fileprivate func isSettled() throws(Interruption) -> Bool {
        switch readiness {
        case .settled, .lastUpdateFailed, .imageFailed: return true
        case .notYet: return false
        case .failed: throw .failed(.functionFailed(function.configuration))
        }
    }
}

/// Tells a read that lags behind from a function that somebody deleted.
private final class MissingFunction {
    private let limit: Duration
    private var since: Duration?

    init(limit: Duration) {
        self.limit = limit
    }

    package func judge(_ found: FunctionDescription?, at now: Duration) throws(Interruption) -> FunctionDescription? {
        guard found == nil else {
            since = nil
            return found
        }
        let began = since ?? now
        since = began
        guard now - began < limit else { throw .failed(.functionVanished) }
        return nil
    }
}
