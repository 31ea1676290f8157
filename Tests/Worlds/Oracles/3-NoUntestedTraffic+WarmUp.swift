import ControlPlaneSimulator
import Deployment

// An alias for which instances are kept warm: AWS's own weight is left alone, and waited for.
extension Evidence {
    var unwarmed: [String] { endedTooEarly + takenOff + unwatched }

    private var isLeftToAWS: Bool {
        facts.contains {
            switch $0 {
            case .traffic(.leftWarmingUp), .traffic(.warmUpUntold), .traffic(.foundWarmingUp): true
            default: false
            }
        }
    }

    private var endedTooEarly: [String] {
        guard isSuccess, !isLeftToAWS, !isTouched, !isStale, let last = ownAliasMoves.last, let alias = last.alias,
            alias.withoutWarmUp.weights.isEmpty, before(last)?.alias.functionVersion != alias.functionVersion,
            world.clients == 1, bench.inputs["traffic"] != "codedeploy",
            plane.function("demo")?.provisioned["live"]?.status.value == "IN_PROGRESS"
        else { return [] }
        return ["it succeeded before the alias was warm"]
    }

    /// A weight of AWS's own goes by itself. Only who goes back does not leave it to the version that is to go.
    private var takenOff: [String] {
        let isLeft = facts.contains { if case .traffic(.leftWarmingUp(_, _, _, true)) = $0 { true } else { false } }
        if isLeft || isStale { return [] }
        return ownAliasMoves.compactMap { move in
            let earlier = history.revisions.prefix { $0.revisionId != move.revisionId }.last {
                $0.resource == move.resource
            }
            let last = earlier?.alias ?? bench.plane.function("demo")?.aliases["live"]
            guard let last, last.isWarmingUp, !isSomebodyElses(earlier?.author ?? "aws"), let alias = move.alias,
                alias.functionVersion == last.functionVersion, alias.weights.isEmpty,
                !hasFailedToWarmUp(since: earlier?.at, at: move.at)
            else { return nil }
            return "a weight that AWS had set while it was warming up was taken off"
        }
    }

    /// The weight of a warm-up that has failed goes no more by itself: it is nobody's who waits for it.
    private func hasFailedToWarmUp(since began: Duration?, at time: Duration) -> Bool {
        let course = bench.plane.settings.warmUp
        guard let began, let takes = course.takes, course.failure != nil else { return false }
        return began + takes <= time
    }

    /// The time of a last watch begins when it is warm.
    private var unwatched: [String] {
        guard isSuccess, let watch = wanted.shift.last, watch.share == 1,
            let warm = history.revisions.last(where: { $0.cause == "warmed up" }), !isTouched, !isStale,
            world.clients == 1, run.ended - warm.at < watch.lasts
        else { return [] }
        return ["once it was warm, it was not watched for \(watch.lasts)"]
    }
}

extension ControlPlane.Alias {
    /// All traffic goes to another version by a weight, as AWS has it while it warms up.
    var isWarmingUp: Bool { weights.count == 1 && weights.values.first == 1 }

    /// As somebody has set it.
    var withoutWarmUp: ControlPlane.Alias { isWarmingUp ? withoutWeights : self }
}
