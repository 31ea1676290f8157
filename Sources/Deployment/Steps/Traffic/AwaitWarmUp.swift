import AWSServices
import Engine

extension FunctionDeployment {
    /// An alias with provisioned concurrency counts as moved when its new instances are warm: until then AWS gives all its
    /// traffic to the version before, under a weight of its own.
    /// - Returns: the alias as it then stands.
    func awaitWarm(
        _ moved: AliasConfiguration, movedFrom before: AliasConfiguration
    ) async throws(Interruption) -> AliasConfiguration {
        guard before.functionVersion != moved.functionVersion else { return moved }
        let first = try await provisioning(of: moved.name, within: Budget.read)
        if first.isNone {
            guard moved.isWholly(at: moved.functionVersion) else {
                throw .moved(before, to: moved, during: .updateAlias)
            }
            journal.record(.traffic(.warmedUp(moved)))
            return moved
        }
        let began = clock.elapsed()
        var wait = WarmUpWait(
            moved: moved, before: before, first: first,
            watch: WarmUpWatch(began: began, limit: plan.waits.timeout))
        let polled = try await engine.poll(.warmUp(moved.name)) {
            (within: Duration) async throws(Interruption) -> Look<WarmUpEnd> in
            try await look(at: &wait, within: within)
        }
        let (status, waited): (Status, Duration)
        switch polled {
        case .done(.warm):
            journal.record(.traffic(.warmedUp(wait.seen)))
            return wait.seen
        case .done(.failed(let reason, let last)):
            guard isGoingBack else { throw .ended(.traffic(.notWarm(alias: moved.name, reason: reason))) }
            (status, waited) = (last, clock.elapsed() - began)
        case .timedOut(let last, let time):
            guard isGoingBack || plan.waits.onTimeout == .attempt else {
                throw .failed(.timedOut(.warmUp(moved.name), lastSeen: last, waited: time))
            }
            (status, waited) = (last, time)
        }
        let left = isGoingBack ? try await withoutWeight(wait.seen) : wait.seen
        journal.record(.traffic(.leftWarmingUp(left, status, waited: waited, isGoingBack: isGoingBack)))
        return left
    }

    private var isGoingBack: Bool { plan.rollbackTarget != nil }

    /// In an emergency a slow first call beats a broken version, which AWS's weight would go on giving all traffic.
    private func withoutWeight(_ alias: AliasConfiguration) async throws(Interruption) -> AliasConfiguration {
        let wanted = Routing(version: alias.functionVersion)
        if alias.routing == wanted { return alias }
        do {
            return try await write(alias.name, over: alias, wanted) { _ in nil }
        } catch {
            switch error {
            case .rival(let rival) where rival.alias?.standing?.routing == wanted:
                return rival.alias?.standing ?? alias
            case .failed(.cancelled), .rival, .stopped: throw error
            case .failed: return alias
            }
        }
    }

    private func look(
        at wait: inout WarmUpWait, within budget: Duration
    ) async throws(Interruption) -> Look<WarmUpEnd> {
        // Asked first: a weight that stands after AWS has said that all is warm is not AWS's, or about to go.
        let told: Provisioning
        if let first = wait.takeFirst() {
            told = first
        } else {
            told = try await provisioning(of: wait.moved.name, within: budget)
        }
        guard let seen = try await engine.lookAtAlias(wait.moved.name, within: budget) else {
            engine.tell(.aliasGone(name: wait.moved.name))
            throw .moved(wait.moved, to: nil, during: .updateAlias)
        }
        if let revision = seen.revisionId, engine.hasWritten(overAlias: revision, before: wait.seen) {
            return .notYet(told.status)
        }
        // What AWS has changed is past, as what we write over.
        if seen.revisionId != wait.seen.revisionId { engine.notePast(wait.seen) }
        wait.seen = seen
        let one = WarmUp(seen.routing, movedTo: wait.moved.functionVersion, from: wait.before, told)
        switch wait.watch.judge(one, told, at: clock.elapsed()) {
        case .warm: return .done(.warm)
        case .failed(let reason): return .done(.failed(reason: reason, told.status))
        case .notYet, .unexplained: return .notYet(told.status)
        case .somebodyElses: throw .moved(wait.moved, to: seen, during: .updateAlias)
        }
    }

    /// Asks how far the instances are that are kept warm. Who may not ask is told so once.
    private func provisioning(of alias: String, within budget: Duration) async throws(Interruption) -> Provisioning {
        if journal.hasToldOfNoProvisioning { return .untold }
        do {
            return .told(try await engine.lookAtProvisionedConcurrency(of: alias, within: budget))
        } catch {
            guard case .failed(let failure) = error, let reason = failure.reasonOfCall else { throw error }
            journal.record(.traffic(.warmUpUntold(reason: reason)))
            return .untold
        }
    }

    /// The alias as somebody has set it: without the weight that AWS itself keeps there while it warms up.
    func withoutWarmUp(_ alias: AliasConfiguration?) async throws(Interruption) -> AliasConfiguration? {
        guard let alias, alias.routing.mayBeWarmUp else { return alias }
        guard case .told(let kept?) = try await provisioning(of: alias.name, within: Budget.read),
            kept.state == .inProgress
        else { return alias }
        journal.record(.traffic(.foundWarmingUp(alias)))
        return alias.with(Routing(version: alias.functionVersion))
    }

    /// Where nobody may ask, a weight that looks like AWS's own is not taken off for nothing.
    func isBelievedToBeWarmingUp(_ alias: AliasConfiguration, for number: String) -> Bool {
        alias.functionVersion == number && alias.routing.mayBeWarmUp && journal.hasToldOfNoProvisioning
    }
}

private struct WarmUpWait {
    let moved: AliasConfiguration
    let before: AliasConfiguration
    /// Told before the first look.
    private var first: Provisioning?
    var seen: AliasConfiguration
    var watch: WarmUpWatch

    init(moved: AliasConfiguration, before: AliasConfiguration, first: Provisioning, watch: WarmUpWatch) {
        self.moved = moved
        self.before = before
        self.first = first
        self.watch = watch
        seen = moved
    }

    mutating func takeFirst() -> Provisioning? {
        defer { first = nil }
        return first
    }
}

private enum WarmUpEnd {
    case warm
    case failed(reason: String, Status)
}

extension Provisioning {
    fileprivate var isNone: Bool { self == .told(nil) }

    fileprivate var status: Status {
        guard case .told(let kept?) = self else { return Status(description: "not told", mayPass: true) }
        return Status(description: "\(kept.state)\(kept.reason.map { ": \($0)" } ?? "")", mayPass: true)
    }
}

extension Journal {
    fileprivate var hasToldOfNoProvisioning: Bool {
        entries.contains { if case .traffic(.warmUpUntold) = $0.fact { true } else { false } }
    }
}
