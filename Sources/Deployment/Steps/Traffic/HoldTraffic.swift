import AWSCore
import AWSServices
import Engine

/// How often alarms and alias are looked at: the quotas of these calls are shared by the whole account.
private let pace = 10.0
/// A hold in which nothing changes is heard of at least so often, and about ten times.
private let leastSilence = Duration.seconds(60)
/// After so long without a look that tells something, what was let out is taken back.
private let blindAtMost = Duration.seconds(60)

extension FunctionDeployment {
    /// Watches alarms and alias until the step is over. It ends with a look that says that all is well.
    /// - Returns: the alias as last seen.
    @discardableResult
    func hold(
        _ alias: AliasConfiguration, _ step: TrafficSteps.Step
    ) async throws(Interruption) -> AliasConfiguration {
        journal.record(.traffic(.holdBegan(step.share, lasts: step.lasts)))
        var current = alias
        var watch = Watch(began: clock.elapsed(), lasts: step.lasts)
        while true {
            try await engine.pause(watch.delay(at: clock.elapsed(), chance: clock.random()))
            do {
                current = try await look(around: current, step.share)
            } catch {
                let reason = try error.asBlindness()
                if watch.isSighted { journal.record(.traffic(.blind(reason: reason))) }
                try watch.noteBlind(reason, at: clock.elapsed())
                continue
            }
            if !watch.isSighted { journal.record(.traffic(.sightRegained)) }
            let isOver = watch.noteSeen(at: clock.elapsed())
            if let waited = watch.news { journal.record(.traffic(.held(step.share, for: waited, of: step.lasts))) }
            if isOver { return current }
        }
    }

    /// Throws what ends the shift: an alarm, or somebody else who moved the alias.
    private func look(
        around alias: AliasConfiguration, _ share: TrafficShare
    ) async throws(Interruption) -> AliasConfiguration {
        if let planned = plan.publication?.traffic.alarms {
            let look = try await lookAtAlarms(planned, within: Budget.leastForARead)
            try requireNoNewAlarm(in: look, at: share)
            let missing = AlarmJudgement.missing(planned.names, from: look)
            guard missing.isEmpty else { throw .ended(.traffic(.alarmsMissing(missing))) }
        }
        let seen = try await lookPastLag(alias.name)
        // A look that lags behind shows what we have written over ourselves.
        if let seen, let revision = seen.revisionId, engine.hasWritten(overAlias: revision, before: alias) {
            return alias
        }
        if seen == nil { engine.tell(.aliasGone(name: alias.name)) }
        guard let seen, seen.routing == alias.routing || seen.isWarm(since: alias) else {
            throw .moved(alias, to: seen, during: .updateAlias)
        }
        return seen
    }

    /// One that this run has created may not be there yet for a look that lags behind: only if it stays away is it gone.
    private func lookPastLag(_ name: String) async throws(Interruption) -> AliasConfiguration? {
        for lag in journal.hasCreatedTheAlias ? [1, 2, 4] : [] {
            if let seen = try await engine.lookAtAlias(name, within: Budget.leastForARead) { return seen }
            try await engine.pause(.seconds(lag))
        }
        return try await engine.lookAtAlias(name, within: Budget.leastForARead)
    }
}

extension AliasConfiguration {
    /// The weight is gone that was left to AWS.
    fileprivate func isWarm(since before: AliasConfiguration) -> Bool {
        before.routing.mayBeWarmUp && isWholly(at: before.functionVersion)
    }
}

extension Journal {
    fileprivate var hasCreatedTheAlias: Bool {
        entries.contains { if case .aliasCreated = $0.fact { true } else { false } }
    }
}

/// The time of a hold: when to look, and for how long nothing has been seen.
private struct Watch {
    private let began: Duration
    private let lasts: Duration
    private var lastSeen: Duration
    private var lastTold = Duration.zero
    private(set) var isSighted = true
    /// How long it has lasted, if that is worth a line.
    private(set) var news: Duration?

    init(began: Duration, lasts: Duration) {
        self.began = began
        self.lasts = lasts
        lastSeen = began
    }

    /// The last look lands on the end; what could not be seen is looked at again soon.
    func delay(at now: Duration, chance: Double) -> Duration {
        let regular = Duration.seconds(pace * (1 - 0.1 * chance))
        let left = began + lasts - now
        return left > .zero ? min(regular, left) : .seconds(2)
    }

    /// Whether the hold is over.
    mutating func noteSeen(at now: Duration) -> Bool {
        isSighted = true
        lastSeen = now
        let waited = now - began
        let isOver = waited >= lasts
        let isNews = isOver || waited - lastTold >= max(leastSilence, lasts / 10)
        news = isNews ? waited : nil
        if isNews { lastTold = waited }
        return isOver
    }

    /// - Throws: a failure, when it has been for too long.
    mutating func noteBlind(_ reason: Wording, at now: Duration) throws(Interruption) {
        isSighted = false
        guard now - lastSeen < blindAtMost else {
            throw .ended(.traffic(.blind(for: now - lastSeen, reason: reason)))
        }
    }
}

extension Interruption {
    /// Why a look told nothing. What tells something is thrown again.
    fileprivate func asBlindness() throws(Interruption) -> Wording {
        switch self {
        // Nothing will be seen any more, and each moment counts for who has to put the alias back by hand.
        case .failed(.refused(let refusal)) where refusal.saysKeysHaveExpired: break
        case .failed(let failure):
            if let reason = failure.reasonOfCall { return reason }
        case .stopped(let reason):
            if case .traffic(.alarmsMissing(let names))? = reason as? DeploymentFailure {
                return "\(ours: names.joined(separator: ", ")) is not there any more"
            }
        case .rival: break
        }
        throw self
    }
}
