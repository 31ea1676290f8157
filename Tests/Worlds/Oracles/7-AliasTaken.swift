import ControlPlaneSimulator
import Deployment
import Engine
import LockstepAction

// Whoever moves the alias once we have begun to move it wins.
extension Evidence {
    /// Moves of ours over one by which somebody had answered ours.
    var movedOver: [String] {
        theirAnswers.filter { !leftNoTrace($0) }.compactMap { theirs in
            let isMovedOver = ownAliasMoves.contains { move in
                move.at > theirs.at && move.alias.map { !isPutBack($0, before: move) } ?? false
            }
            let isHandedOver = requests.contains {
                $0.operation == .createDeployment && $0.wrote && $0.at > theirs.at
            }
            return isMovedOver || isHandedOver
                ? "the alias was moved over \(theirs.alias?.functionVersion ?? "nothing"), to which somebody had moved it after us"
                : nil
        }
    }

    /// The run ended for a move of somebody's, and there was none, or none after ours. (Of a write whose answer was lost
    /// nobody knows whether it came first, nor for which of several clients CodeDeploy is at work.)
    var takenForNothing: [String] {
        let isLost = facts.contains {
            switch $0 {
            case .engine(.answerLost(.updateAlias, _)), .engine(.answerLost(.createAlias, _)),
                .engine(.answerLost(.createDeployment, _)):
                true
            default: false
            }
        }
        let isUnclear = isStale || isLost || world.clients > 1 && !plane.deployments.isEmpty
        guard isAliasTaken, theirAnswers.isEmpty, !isUnclear else { return [] }
        return ["the alias is said to be somebody else's, and nobody had moved it after us"]
    }

    /// The run saw that somebody had moved the alias after us, and took no notice.
    var unheededMoves: [String] {
        guard isSuccess, run.output(.outcome) != "superseded" else { return [] }
        let lastSeen = requests.last { $0.arrived && $0.alias != nil }?.alias
        return theirAnswers.filter { $0.revisionId == lastSeen?.revisionId }.map {
            "somebody moved the alias to \($0.alias?.functionVersion ?? "nothing") after us, and the run succeeded"
        }
    }

    /// Of an alias that we created, unanswered, and that somebody deleted before we looked, nothing tells.
    private func leftNoTrace(_ theirs: History.Revision) -> Bool {
        theirs.alias == nil
            && requests.contains { $0.operation == .createAlias && $0.wrote && !$0.arrived && $0.at <= theirs.at }
    }

    /// Moves by others after one of ours in the same attempt, other than by an older run.
    private var theirAnswers: [History.Revision] {
        let moves = history.revisions.filter { $0.resource == .alias("live") && isSomebodyElses($0.author) }
        return moves.filter { theirs in
            guard let began = beginnings.last(where: { $0 < theirs.at }), attempt(at: began) == attempt(at: theirs.at),
                !isSameRouting(theirs), !isOfAnOlderRun(theirs)
            else { return false }
            return true
        }
    }

    var isAliasTaken: Bool { run.errors.contains { $0.contains("title=demo%3A someone else moved the alias") } }

    /// When a write took effect by which we began to move the alias, or the run found an alias that was begun.
    private var beginnings: [Duration] {
        var found = run.began
        let takenUp = run.entries.compactMap { entry -> Duration? in
            switch entry.fact {
            case .aliasFound: found = run.began + entry.at
            case .traffic(.shiftBegan(let origin, let standing, _)) where origin.routing != standing.routing:
                return found
            default: break
            }
            return nil
        }
        return (ownAliasMoves.map(\.at) + movedByCodeDeploy + takenUp).sorted()
    }

    /// What CodeDeploy wrote in an attempt that saw it at work, or that it had succeeded.
    private var movedByCodeDeploy: [Duration] {
        let attempts = Set(
            run.entries.compactMap { entry -> Int? in
                switch entry.fact {
                case .traffic(.codeDeploy(.seen(_, .underWay("InProgress"), _))),
                    .traffic(.codeDeploy(.seen(_, .succeeded, _))):
                    attempt(at: run.began + entry.at)
                default: nil
                }
            })
        return history.revisions.filter { $0.resource == .alias("live") && $0.author == "codedeploy" }.map(\.at)
            .filter { attempts.contains(attempt(at: $0)) }
    }

    /// Somebody wrote on the alias, and its traffic goes where it went, or where we had sent it.
    private func isSameRouting(_ move: History.Revision) -> Bool {
        let ours = history.revisions.last {
            $0.resource == move.resource && ($0.author == author || $0.author == "codedeploy") && $0.at < move.at
        }?.alias?.withoutWarmUp
        guard let alias = move.alias else { return false }
        return [before(move)?.alias, ours].compactMap(\.self).contains {
            $0.functionVersion == alias.functionVersion && $0.weights == alias.weights
        }
    }

    private func isOfAnOlderRun(_ move: History.Revision) -> Bool {
        guard let ours = WorkflowRun(bench.variables), let alias = move.alias, alias.isAsRecorded,
            alias.description != before(move)?.alias.description, let run = ReleaseRecord(in: alias.description)?.run
        else { return false }
        return ours.isNewer(than: run)
    }
}
