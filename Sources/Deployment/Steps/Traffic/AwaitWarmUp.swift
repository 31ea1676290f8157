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
        var wait = WarmUpWait(moved: moved, before: before, first: first)
        let polled = try await engine.poll(.warmUp(moved.name)) {
            (within: Duration) async throws(Interruption) -> Look<AliasConfiguration> in
            try await look(at: &wait, within: within)
        }
        switch polled {
        case .done(let warm):
            journal.record(.traffic(.warmedUp(warm)))
            return warm
        case .timedOut(let status, let waited):
            guard plan.waits.onTimeout == .attempt else {
                throw .failed(.timedOut(.warmUp(moved.name), lastSeen: status, waited: waited))
            }
            journal.record(.traffic(.leftWarmingUp(wait.seen, status, waited: waited)))
            return wait.seen
        }
    }

    private func look(
        at wait: inout WarmUpWait, within budget: Duration
    ) async throws(Interruption) -> Look<AliasConfiguration> {
        // Asked first: a weight that stands after AWS has said that all is warm is not AWS's.
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
        let (number, before) = (wait.moved.functionVersion, wait.before)
        switch WarmUp(seen.routing, movedTo: number, from: before, told) {
        case .warm: return .done(seen)
        case .notYet: wait.doubts = 0
        case .failed(let reason): throw .ended(.traffic(.notWarm(alias: seen.name, reason: reason)))
        case .somebodyElses:
            // Two looks are none at the same moment, and one of them may lag behind.
            wait.doubts += 1
            guard wait.doubts < 2 else { throw .moved(wait.moved, to: seen, during: .updateAlias) }
        }
        return .notYet(told.status)
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
    /// How often in a row the weight seemed to be somebody else's.
    var doubts = 0

    init(moved: AliasConfiguration, before: AliasConfiguration, first: Provisioning) {
        self.moved = moved
        self.before = before
        self.first = first
        seen = moved
    }

    mutating func takeFirst() -> Provisioning? {
        defer { first = nil }
        return first
    }
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
