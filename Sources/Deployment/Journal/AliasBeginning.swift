import AWSServices
import Engine

extension Journal {
    /// Whether a write of ours to the alias has taken effect in this attempt, or may have: one that was refused has not. What an
    /// earlier run had begun, and this one goes on with, counts as ours.
    var hasBegunToMoveTheAlias: Bool {
        var beginning = AliasBeginning()
        for entry in entries { beginning.follow(entry.fact) }
        return beginning.isThere
    }
}

private struct AliasBeginning {
    private var isCertain = false
    /// A write is under way.
    private var isOpen = false

    var isThere: Bool { isCertain || isOpen }

    mutating func follow(_ fact: Fact) {
        switch fact {
        case .startingOver: self = AliasBeginning()
        case .engine(.aliasWriteSent): isOpen = true
        case .engine(.refusedByConflict(.updateAlias, _)), .engine(.refusedByConflict(.createAlias, _)): isOpen = false
        case .engine(.answerLost(.updateAlias, _)), .engine(.answerLost(.createAlias, _)),
            .traffic(.shifted), .aliasMoved, .aliasRecorded, .aliasCreated:
            isCertain = true
        case .traffic(.codeDeploy(.seen(_, let status, _))) where status.hasBegunToMove: isCertain = true
        case .traffic(.shiftBegan(let origin, let standing, _)): isCertain = origin.routing != standing.routing
        default: break
        }
    }
}

extension CodeDeployment.Status {
    /// Whether CodeDeploy has written to the alias. Of one that failed nobody knows.
    fileprivate var hasBegunToMove: Bool {
        switch self {
        case .succeeded: true
        case .failed, .stopped: false
        case .underWay(let status): status != "Created" && status != "Queued"
        }
    }
}
