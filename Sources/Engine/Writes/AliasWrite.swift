import AWSCore
import AWSServices

private let staleLooksAtMost = 10
/// How often a version may not be found that has just been published.
private let missesAtMost = 5

/// What an alias is to become.
package struct AliasWrite: Sendable {
    let name: String
    let routing: Routing
    /// Its description, by what it is written over; `nil` leaves the one that stands.
    let description: @Sendable (AliasConfiguration?) -> String?
    /// Whether two looks that show the same routing show the same move: it may have been away and back in between.
    let isSameMove: @Sendable (AliasConfiguration?, AliasConfiguration?) -> Bool
    /// AWS itself is about to take off the weight that it had set on what this is written over.
    let isWarmingUp: Bool
    /// The version has just been published, so it may not be known yet where the alias is written.
    let isVersionNew: Bool

    package init(
        name: String, routing: Routing, description: @escaping @Sendable (AliasConfiguration?) -> String?,
        isSameMove: @escaping @Sendable (AliasConfiguration?, AliasConfiguration?) -> Bool, isWarmingUp: Bool,
        isVersionNew: Bool
    ) {
        self.name = name
        self.routing = routing
        self.description = description
        self.isSameMove = isSameMove
        self.isWarmingUp = isWarmingUp
        self.isVersionNew = isVersionNew
    }
}

extension AliasWrite {
    /// Whether a look shows that this write was carried out, although the alias points elsewhere by now.
    fileprivate func hasLeftItsDescription(on seen: AliasConfiguration?, over base: AliasConfiguration?) -> Bool {
        guard let seen, let ours = description(base) else { return false }
        return seen.description == ours && base?.description != ours
    }
}

extension FunctionEngine {
    /// Writes the alias over what was seen of it, or creates it; refused or unanswered, it looks before it decides.
    /// - Returns: the alias as it then stands; one with provisioned concurrency may be warming up.
    package func perform(
        _ wanted: AliasWrite, over alias: AliasConfiguration?
    ) async throws(Interruption) -> AliasConfiguration {
        let name = wanted.name
        var base = alias
        var troubles = Troubles(limit: waits.timeout)
        while true {
            do {
                return try await send(wanted, over: base)
            } catch {
                troubles.add(try trouble(with: base.write, error), at: clock.elapsed())
            }
            let seen = try await lookAgain(wanted, past: base, troubles)
            switch AliasVerdict(on: seen, before: base, wanted, troubles) {
            case .arrived(let alias):
                tell(.foundArrived(base.write))
                return alias
            case .rival:
                throw .rival(
                    Rival(during: base.write, movedAlias: AliasMove(name: name, before: base, standing: seen)))
            case .versionMissing(let refusal): throw .failed(.refused(refusal))
            case .untouched: tell(.foundUntouched(base.write))
            }
            try troubles.requireTimeLeft(at: clock.elapsed())
            base = seen
        }
    }

    /// Looks until the look is no older than the refusal: one that still shows the revision that AWS just called past, or
    /// the alias that it does not find, may be stale. An alias that is missing may have gone with its function.
    private func lookAgain(
        _ wanted: AliasWrite, past base: AliasConfiguration?, _ troubles: Troubles
    ) async throws(Interruption) -> AliasConfiguration? {
        let name = wanted.name
        // Most likely it is the new version that was not found.
        let provesThePast = wanted.isVersionNew ? troubles.revisionMoved : troubles.disprovesTheLastLook
        var seen = base
        for _ in 0..<staleLooksAtMost {
            try await pause(troubles.pause(chance: clock.random()))
            seen = try await lookAtAlias(name, within: Budget.read)
            guard let revision = seen?.revisionId else { break }
            let isDisproved = provesThePast && revision == base?.revisionId
            guard isDisproved || hasWritten(overAlias: revision, before: base) else { break }
        }
        if seen == nil {
            if base != nil { tell(.aliasGone(name: name)) }
            _ = try await settle(.lookUp(base.write), after: Lineage(), onTimeout: .fail)
        }
        return seen
    }

    private func send(
        _ wanted: AliasWrite, over base: AliasConfiguration?
    ) async throws(Interruption) -> AliasConfiguration {
        let (name, routing, description) = (wanted.name, wanted.routing, wanted.description(base))
        memory.noteWrite(over: base)
        tell(.aliasWriteSent(from: base, to: routing))
        let written = try await call { () throws(AWSFailure) in
            guard let base else {
                return try await lambda.createAlias(
                    name, of: functionName, functionVersion: routing.version, description: description,
                    within: Budget.write)
            }
            return try await lambda.updateAlias(
                name, of: functionName, functionVersion: routing.version,
                additionalVersionWeights: routing.weights, description: description, revisionId: base.revisionId,
                within: Budget.write)
        }
        guard written.routing == routing || written.routing.mayBeWarmUp(of: routing, from: base) else {
            throw .rival(
                Rival(during: base.write, movedAlias: AliasMove(name: name, before: base, standing: written)))
        }
        return written
    }
}

/// What a look at the alias after an unanswered or refused write means.
private enum AliasVerdict {
    case arrived(AliasConfiguration)
    case untouched
    case rival
    /// Function and alias are there, so what AWS did not find is the version.
    case versionMissing(Refusal)

    init(
        on seen: AliasConfiguration?, before base: AliasConfiguration?, _ wanted: AliasWrite, _ troubles: Troubles
    ) {
        if let seen, seen.routing == wanted.routing || seen.routing.mayBeWarmUp(of: wanted.routing, from: base),
            troubles.mayHaveArrived
        {
            self = .arrived(seen)
        } else if !isAsBefore(seen, base, wanted, troubles) || !wanted.isSameMove(seen, base)
            || troubles.mayHaveArrived && wanted.hasLeftItsDescription(on: seen, over: base)
        {
            self = .rival
        } else if seen != nil, let refusal = troubles.saidGone,
            !wanted.isVersionNew || troubles.timesGone >= missesAtMost
        {
            self = .versionMissing(refusal)
        } else {
            self = .untouched
        }
    }
}

/// An alias that was warming up is written over as if it had no weight of AWS's, so its routing alone does not tell. Nor does
/// it where our write may have arrived: under another revision somebody may have put back what stood before it.
private func isAsBefore(
    _ seen: AliasConfiguration?, _ base: AliasConfiguration?, _ wanted: AliasWrite, _ troubles: Troubles
) -> Bool {
    if let revision = seen?.revisionId, let before = base?.revisionId {
        if revision == before { return true }
        if troubles.mayHaveArrived, !wanted.isWarmingUp { return false }
    }
    return seen?.routing == base?.routing
}

extension AliasConfiguration? {
    fileprivate var write: Write { self == nil ? .createAlias : .updateAlias }
}
