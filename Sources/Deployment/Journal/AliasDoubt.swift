import AWSServices
import Engine

/// What our own writes to the alias may have left behind, for who is to put it back.
struct AliasDoubt {
    /// As the alias was before us; `nil`: it was not there.
    let origin: AliasConfiguration?
    /// The last that is known to have stood: what our last write was decided on, or what it made.
    fileprivate(set) var base: AliasConfiguration?
    /// Where we let traffic go: what stands so is ours.
    fileprivate(set) var ours: [Routing]
    /// Nothing is being warmed up any more: a weight that looks as AWS's own is somebody's.
    fileprivate(set) var isWarm = false
}

extension Journal {
    var knowsTheAlias: Bool {
        entries.contains { if case .aliasFound = $0.fact { true } else { false } }
            || entries.contains { if case .engine(.aliasWriteSent) = $0.fact { true } else { false } }
    }

    /// `nil`: nothing of ours can be there, or come.
    func aliasWriteInDoubt(after failure: DeploymentFailure) -> AliasDoubt? {
        var trail = AliasTrail()
        for entry in entries { trail.follow(entry.fact) }
        switch failure {
        case .engine(.refused), .engine(.unreachable): return trail.doubt(isLastWriteRefused: true)
        case .aliasTaken(let move): return trail.doubt(beside: move)
        case .conflict, .superseded: return trail.doubtBesideARival
        default: return trail.doubt(isLastWriteRefused: false)
        }
    }
}

/// The alias's writes of a run, followed in order.
private struct AliasTrail {
    private var left: AliasDoubt?
    /// Traffic is being shared: each write goes on from the one before, and all of them go back to one origin.
    private var isSharing = false
    /// The last write is under way.
    private var isOpen = false
    private var isLost = false
    /// What we wrote stands.
    private var isMoved = false

    mutating func follow(_ fact: Fact) {
        switch fact {
        case .aliasFound: isSharing = false
        case .traffic(.shiftBegan(let origin, let standing, _)):
            isSharing = true
            isOpen = false
            isMoved = standing.routing != origin.routing
            left = AliasDoubt(origin: origin, base: standing, ours: isMoved ? [standing.routing] : [])
        case .engine(.aliasWriteSent(let from, let routing)):
            if !isSharing {
                left = AliasDoubt(origin: from, base: from, ours: [])
                isMoved = false
            }
            left?.base = from
            left?.ours.append(routing)
            left?.isWarm = false
            isOpen = true
        case .traffic(.shifted(let alias, _)), .traffic(.leftWarmingUp(let alias, _, _, _)), .aliasMoved(_, let alias),
            .aliasRecorded(let alias):
            left?.base = alias
            isMoved = true
            isOpen = false
        case .traffic(.warmedUp(let alias)):
            left?.base = alias
            left?.isWarm = true
        case .engine(.refusedByConflict(.updateAlias, _)), .engine(.refusedByConflict(.createAlias, _)): isOpen = false
        case .engine(.answerLost(.updateAlias, _)), .engine(.answerLost(.createAlias, _)): isLost = true
        // An update that is still to arrive finds nothing of this revision; a creation may make it again.
        case .engine(.aliasGone) where left?.origin != nil: left = nil
        case .aliasPutBack: left = nil
        default: break
        }
    }

    /// After a rival who may have written what we did: only where a write of ours is not answered is it known by that.
    var doubtBesideARival: AliasDoubt? {
        var doubt = doubt(isLastWriteRefused: false)
        if !isOpen, !isLost { doubt?.ours = [] }
        return doubt
    }

    /// What was last seen is theirs, even where it was first taken for ours.
    func doubt(beside move: AliasMove) -> AliasDoubt? {
        let doubt = doubtBesideARival
        return doubt?.base?.revisionId == move.standing?.revisionId ? nil : doubt
    }

    func doubt(isLastWriteRefused: Bool) -> AliasDoubt? {
        let isUnderWay = isOpen && !isLastWriteRefused
        return isUnderWay || isLost || isMoved ? left : nil
    }
}
