import AWSCore
import AWSServices
import Engine

extension FunctionDeployment {
    /// Gives the version a growing share of the alias's traffic, each for a time in which alarms and alias are watched, and
    /// then all of it. Whatever goes wrong on the way, the alias is put back; see ``leaveInKnownState(after:)``.
    func shift(
        _ name: String, _ alias: AliasConfiguration?, to version: FunctionConfiguration, _ number: String,
        _ steps: TrafficSteps
    ) async throws(Interruption) {
        var current = alias
        if let reason = NotShared(alias, number) {
            journal.record(.traffic(.notShared(alias, reason: reason)))
            try await requireCalmAlarms()
        } else if let alias {
            current = try await share(alias, with: number, steps)
        }
        let moved = try await moveAlias(name, current, to: version, number)
        if let lasts = steps.watch { try await watch(moved, movedFrom: current, for: lasts) }
    }

    /// AWS may begin to warm the alias up only now: then it is waited for, and watched from there on.
    private func watch(
        _ moved: AliasConfiguration, movedFrom before: AliasConfiguration?, for lasts: Duration
    ) async throws(Interruption) {
        let step = TrafficSteps.Step(share: .all, lasts: lasts)
        do {
            try await hold(moved, step)
        } catch {
            guard let before, case .rival(let rival) = error, let standing = rival.alias?.standing,
                standing.routing.mayBeWarmUp(of: Routing(version: moved.functionVersion), from: before)
            else { throw error }
            try await hold(try await awaitWarm(standing, movedFrom: before), step)
        }
    }

    /// A shift that an earlier run left half-way goes on from the step at which it stands.
    private func share(
        _ alias: AliasConfiguration, with number: String, _ steps: TrafficSteps
    ) async throws(Interruption) -> AliasConfiguration {
        let standing = alias.additionalVersionWeights[number]
        let origin = standing == nil ? alias : alias.with(Routing(version: alias.functionVersion))
        journal.record(.traffic(.shiftBegan(origin: origin, standing: alias, to: number)))
        try await requireCalmAlarms()
        try requireNoAlarm(overShareOf: number)
        var current = alias
        for step in steps.partial[steps.start(standing: standing)...] {
            let routing = Routing(version: origin.functionVersion, weights: [number: step.share.weight])
            if current.routing != routing {
                current = try await writeShare(alias.name, over: current, routing)
                journal.record(.traffic(.shifted(current, to: step.share)))
            }
            current = try await hold(current, step)
        }
        return current
    }

    /// AWS has been seen to answer 500 to every share, and to take the same move as a whole.
    /// Source: https://github.com/aws/aws-sdk-js-v3/issues/7254
    private func writeShare(
        _ name: String, over alias: AliasConfiguration, _ routing: Routing
    ) async throws(Interruption) -> AliasConfiguration {
        do {
            return try await write(name, over: alias, routing) { _ in nil }
        } catch .failed(.unknown(_, let reason)) {
            throw .ended(.traffic(.shareInDoubt(reason: reason)))
        }
    }

    /// An alarm that was on when the run began is passed over, for what is deployed may be its cure. Where an earlier run had
    /// given the same version a share and was lost, nobody saw whether that brought it about.
    private func requireNoAlarm(overShareOf number: String) throws(Interruption) {
        guard let standing = journal.firstAlias?.additionalVersionWeights[number], standing > 0,
            let alarm = journal.alarmLooks.last?.first(where: { $0.state == .alarm })
        else { return }
        throw .ended(.traffic(.alarmAtHalfWay(alarm, standing: standing)))
    }
}

extension Journal {
    /// The alias as the run found it.
    fileprivate var firstAlias: AliasConfiguration? {
        entries.lazy.compactMap { if case .aliasFound(let alias?, _) = $0.fact { alias } else { nil } }.first
    }
}
