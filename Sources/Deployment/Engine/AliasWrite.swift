import AWSCore
import AWSServices

private let staleLooksAtMost = 10

extension Deployment {
    /// Writes the alias over what was seen of it, or creates it; refused or unanswered, it looks before it decides.
    /// - Parameter description: its description, by what it is written over; `nil` leaves the one that stands.
    /// - Returns: the alias as it then stands.
    func writeAlias(
        _ name: String, over alias: AliasConfiguration?, _ routing: Routing,
        description: (AliasConfiguration?) -> String?
    ) async throws(Interruption) -> AliasConfiguration {
        var base = alias
        var troubles = Troubles(limit: plan.waits.timeout)
        while true {
            do {
                return try await send(name, over: base, routing, description(base))
            } catch {
                troubles.add(try trouble(with: base.write, error), at: clock.elapsed())
            }
            let seen = try await lookAgain(name, past: base, troubles)
            switch AliasVerdict(on: seen, before: base, wanted: routing, troubles) {
            case .arrived(let alias):
                journal.record(.foundArrived(base.write))
                return alias
            case .rival:
                throw .rival(Rival(during: base.write, differences: Difference.between(base, seen, name)))
            case .versionMissing(let refusal): throw .failed(.refused(refusal))
            case .untouched: journal.record(.foundUntouched(base.write))
            }
            try troubles.requireTimeLeft(at: clock.elapsed())
            base = seen
        }
    }

    /// Looks until the look is no older than the refusal: one that still shows the revision that AWS just called past, or
    /// the alias that it does not find, may be stale. An alias that is missing may have gone with its function.
    private func lookAgain(
        _ name: String, past base: AliasConfiguration?, _ troubles: Troubles
    ) async throws(Interruption) -> AliasConfiguration? {
        var seen = base
        for _ in 0..<staleLooksAtMost {
            try await pause(troubles.pause(chance: clock.random()))
            seen = try await lookAtAlias(name, within: Budget.read)
            guard let revision = seen?.revisionId else { break }
            let isDisproved = troubles.disprovesTheLastLook && revision == base?.revisionId
            guard isDisproved || journal.hasWritten(overAlias: revision, before: base) else { break }
        }
        if seen == nil {
            if base != nil { journal.record(.aliasGone(name: name)) }
            _ = try await settle(.lookUp(base.write), after: Lineage(), onTimeout: .fail)
        }
        return seen
    }

    private func send(
        _ name: String, over base: AliasConfiguration?, _ routing: Routing, _ description: String?
    ) async throws(Interruption) -> AliasConfiguration {
        journal.record(.aliasWriteSent(from: base, to: routing))
        let written = try await call { () throws(AWSFailure) in
            guard let base else {
                return try await lambda.createAlias(
                    name, of: plan.functionName, functionVersion: routing.version, description: description,
                    within: Budget.write)
            }
            return try await lambda.updateAlias(
                name, of: plan.functionName, functionVersion: routing.version,
                additionalVersionWeights: routing.weights, description: description, revisionId: base.revisionId,
                within: Budget.write)
        }
        guard written.routing == routing else {
            throw .rival(Rival(during: base.write, differences: Difference.between(base, written, name)))
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

    init(on seen: AliasConfiguration?, before base: AliasConfiguration?, wanted: Routing, _ troubles: Troubles) {
        if let seen, seen.routing == wanted, troubles.mayHaveArrived {
            self = .arrived(seen)
        } else if seen?.routing != base?.routing || seen?.record != base?.record {
            // Another record alone tells that it was away and back.
            self = .rival
        } else if seen != nil, let refusal = troubles.saidGone {
            self = .versionMissing(refusal)
        } else {
            self = .untouched
        }
    }
}

extension Journal {
    /// Whether an alias with this RevisionId is past: we wrote over it, and then went on from another.
    func hasWritten(overAlias revision: String, before base: AliasConfiguration?) -> Bool {
        revision != base?.revisionId
            && entries.contains {
                if case .aliasWriteSent(let from?, _) = $0.fact { from.revisionId == revision } else { false }
            }
    }
}

extension AliasConfiguration? {
    fileprivate var write: Write { self == nil ? .createAlias : .updateAlias }
}
