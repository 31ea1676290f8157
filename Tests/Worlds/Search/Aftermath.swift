import ControlPlaneSimulator

/// Liveness: a world whose faults have stopped ends in success, and the run after it has nothing left to do.
extension World {
    func unfinished(_ evidences: [Evidence]) -> [Violation] {
        evidences.filter { $0.mustSucceed && !$0.isSuccess }.map { evidence in
            let error = evidence.run.errors.first ?? "without an error"
            // A look would have told it.
            let isGivenUp = error.contains("What became of")
            return Violation(promise: isGivenUp ? .lostAnswersAreLookedUp : .itEnds, what: "it failed: \(error)")
        }
    }

    /// What the next run begins with, long after; `nil`: there is none to judge by.
    func nextBench(after evidences: [Evidence]) -> Bench? {
        guard !circumstances.contains(where: \.mayFail), let last = evidences.max(by: isOlder), last.mayBeRepeated,
            !last.plane.isSharedUnderAnAlarm
        else { return nil }
        var bench = last.bench
        bench.plane = last.plane.longAfter
        return bench
    }

    /// - Parameter isCalm: nothing has gone wrong, so that the next run has nothing to do; else the one after it.
    func aftermath(_ bench: Bench, isCalm: Bool) async -> [Violation] {
        var violations: [Violation] = []
        var bench = bench
        let next = await bench.run(in: bench.world(), author: "client")
        if next.exitCode != 0 {
            violations.append(Violation(promise: .itEnds, what: "the next run failed: \(next.errors)"))
        }
        var writes = next.writes
        if !isCalm {
            bench.plane = next.plane.longAfter
            writes = await bench.run(in: bench.world(), author: "client").writes
        }
        if !writes.isEmpty, !circumstances.contains(.inS3Unread) {
            violations.append(Violation(promise: .nothingToDoMeansNoWrites, what: "a later run wrote \(writes)"))
        }
        return violations
    }

    private func isOlder(_ one: Evidence, _ other: Evidence) -> Bool {
        (one.bench.runNumber ?? 0, one.author) < (other.bench.runNumber ?? 0, other.author)
    }

    var isUndisturbed: Bool { rivals.isEmpty && clients == 1 && cancelledAt == nil }
}

extension ControlPlane {
    /// The next run takes back what has a share, and fails.
    fileprivate var isSharedUnderAnAlarm: Bool {
        alarms.values.contains { $0.state == "ALARM" } && function("demo")?.aliases["live"]?.weights.isEmpty == false
    }

    /// When all that was under way has ended.
    fileprivate var longAfter: ControlPlane {
        var plane = withoutHistory
        while let ending = plane.nextEnding { plane.advance(to: ending) }
        return plane
    }
}

extension Evidence {
    fileprivate var mustSucceed: Bool {
        !isStarved && !isRollbackPrevented && world.cancelledAt == nil && world.alarmBefore == nil
            && !(world.kind == .halfShifted && world.circumstances.contains(.alarmOn)) && world.outageAt == nil
            && !world.circumstances.contains(where: \.mayFail) && !isAnswerSpoilt && !isCodeDeployMisled
            && failedTest?.isNoAnswer != true && !isAliasTaken
    }

    /// Going back once more goes further back; and there is no going back without an alias.
    fileprivate var mayBeRepeated: Bool {
        ![.rollback, .sleepingRollback].contains(world.kind)
            && (!wanted.isRollback || plane.function("demo")?.aliases["live"] != nil)
    }

    /// By a list that lags behind, less is deleted than could be: the next run goes on.
    var mayHavePrunedTooLittle: Bool { world.kind == .pruning && isStale }

    /// Who goes back stops if somebody has moved the alias meanwhile.
    private var isRollbackPrevented: Bool {
        wanted.isRollback && history.revisions.contains { $0.resource == .alias("live") && isSomebodyElses($0.author) }
    }

    /// An upload whose answer takes ten minutes leaves no time for a second fault; and where three share one call a second,
    /// one may get none in half a minute.
    private var isStarved: Bool {
        (world.faults.count > 1 && world.faults.contains { $0.fault == .slow })
            || (world.clients > 1 && world.circumstances.contains(.quota))
    }

    /// CodeDeploy finds the alias elsewhere and gives up; when the run looks, somebody has moved it back.
    private var isCodeDeployMisled: Bool {
        plane.deployments.values.contains { $0.error?.code == "INVALID_LAMBDA_CONFIGURATION" }
            && history.revisions.filter { $0.resource == .alias("live") && isSomebodyElses($0.author) }.count > 1
    }

    /// Nobody can tell a spoilt answer of the function from one that the function meant, nor why AWS refused something if
    /// its words were cut off.
    private var isAnswerSpoilt: Bool {
        run.world.sent.contains { sent in
            sent.author == author && (sent.fault == .cutOff || sent.fault == .garbage)
                && (sent.operation == .invoke || isRefused(sent))
        }
    }
}
