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
        guard !mayFail, let last = evidences.max(by: isOlder), last.mayBeRepeated,
            !last.plane.isSharedUnderAnAlarm
        else { return nil }
        var bench = last.bench
        bench.plane = last.plane.longAfter
        if deadlineAt != nil { bench.takeTime() }
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
        var last = next
        var writes = next.writes + next.uploads
        if !isCalm {
            // What had a share then stayed for that run.
            let hadShares = bench.plane.hasShares
            bench.plane = next.plane.longAfter
            last = await bench.run(in: bench.world(), author: "client")
            writes = last.writes + last.uploads
            if hadShares { writes.removeAll { $0 == .deleteFunction } }
        }
        let told = Evidence(world: self, bench: bench, run: last, plane: last.plane).wrongOutputs
        violations += told.map { Violation(promise: .nothingToDoMeansNoWrites, what: "of a later run, \($0)") }
        writes.removeAll { mayRepeat($0) || mayBeLate($0) }
        // Who may not see what stands writes it again.
        let blind: Set<Circumstance> = kind == .tagged ? [.inS3Unread, .tagsUnseen, .tagsError] : [.inS3Unread]
        guard blind.isDisjoint(with: circumstances) else { return violations }
        if !writes.isEmpty {
            violations.append(Violation(promise: .nothingToDoMeansNoWrites, what: "a later run wrote \(writes)"))
        }
        let isAsked = last.history.requests.contains { $0.operation == .publishVersion }
        if isAsked, isCalm, isRecorded, bench.inputs["alias"] != nil {
            violations.append(Violation(promise: .nothingToDoMeansNoWrites, what: "a later run asked to publish"))
        }
        return violations
    }

    /// A version that somebody gave traffic to stays for that run and, where he left it a weight, for the next one.
    private func mayBeLate(_ write: ControlPlaneSimulator.Operation) -> Bool {
        write == .deleteFunction && rivals.contains(where: \.move.servesAnOldVersion)
    }

    /// Where nothing is recorded of what AWS itself sets otherwise in a version (without an alias, or where another has moved
    /// it), only AWS can tell that the version is the same: it is asked to publish, and answers the one that is there.
    private func mayRepeat(_ write: ControlPlaneSimulator.Operation) -> Bool {
        let moving: Set<Circumstance> = [.ownMemberOfUpdates, .ownMemberOfStatuses]
        // The cure of a failed update moved something by which `$LATEST` now differs from its version.
        let isMoved = circumstances.contains(.broken) && !moving.isDisjoint(with: circumstances)
        if isMoved, [.publishVersion, .updateAlias].contains(write) { return true }
        let isApart = !moving.union([.ownMemberOfVersions]).isDisjoint(with: circumstances)
        return isApart && write == .updateAlias && !isRecorded
    }

    /// Whether what an alias serves is recorded on it: CodeDeploy records nothing, and while AWS warms up nothing is written.
    private var isRecorded: Bool { ![.codeDeploy, .codeDeployLeft, .warmingUp].contains(kind) }

    private func isOlder(_ one: Evidence, _ other: Evidence) -> Bool {
        (one.bench.runNumber ?? 0, one.author) < (other.bench.runNumber ?? 0, other.author)
    }

    var isUndisturbed: Bool {
        rivals.isEmpty && clients == 1 && cancelledAt == nil && deadlineAt == nil && !isOvertaken
    }

    /// While an answer was under way, AWS went on with a version and moved a member of its own, which the next run records.
    private var isOvertaken: Bool {
        circumstances.contains(.ownMemberOfStatuses) && faults.contains { $0.fault == .slow }
    }
}

extension ControlPlane {
    /// The next run takes back what has a share, and fails.
    fileprivate var isSharedUnderAnAlarm: Bool {
        alarms.values.contains { $0.state == "ALARM" } && function("demo")?.aliases["live"]?.weights.isEmpty == false
    }

    fileprivate var hasShares: Bool {
        function("demo")?.aliases.values.contains { !$0.weights.isEmpty } == true
    }

    /// When all that was under way has ended, and what was uploaded has expired.
    fileprivate var longAfter: ControlPlane {
        var plane = withoutHistory
        plane.expireObjects(below: "lockstep/")
        while let ending = plane.nextEnding { plane.advance(to: ending) }
        return plane
    }
}

extension Evidence {
    fileprivate var mustSucceed: Bool {
        !isStarved && !isRollbackPrevented && world.cancelledAt == nil && world.deadlineAt == nil
            && world.alarmBefore == nil
            && !(world.kind == .halfShifted && world.circumstances.contains(.alarmOn)) && world.outageAt == nil
            && !world.mayFail && !isAnswerSpoilt && !isCodeDeployMisled
            && failedTest?.isNoAnswer != true && !isAliasTaken && !mayHaveNoRoom
            && !isWeightBelieved && !isOldCodeLost
    }

    /// `on-failure: restore` does not go on where the code that stands cannot be kept.
    private var isOldCodeLost: Bool {
        world.circumstances.contains(.restored) && run.errors.contains { $0.contains("could not be kept") }
    }

    /// Going back once more goes further back; and there is no going back without an alias.
    fileprivate var mayBeRepeated: Bool {
        ![.rollback, .sleepingRollback].contains(world.kind)
            && (!wanted.isRollback || plane.function("demo")?.aliases["live"] != nil)
    }

    /// Where somebody has gone back to the oldest version, none is older and may make room.
    private var mayHaveNoRoom: Bool {
        world.kind == .pruningForRoom && world.rivals.contains(where: \.move.servesAnOldVersion)
    }

    /// Where nobody may ask how far AWS is, a weight like AWS's own that somebody has set is waited for in vain.
    private var isWeightBelieved: Bool {
        world.circumstances.contains(.warmUpUntold) && world.rivals.contains { $0.move == .weightedBack }
    }

    /// By a list that lags behind, less is deleted than could be, and what had a share in the beginning stays for that run:
    /// the next one goes on.
    var mayHavePrunedTooLittle: Bool {
        bench.inputs["keep-versions"] != nil && (isStale || world.circumstances.contains(.shifted))
    }

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
