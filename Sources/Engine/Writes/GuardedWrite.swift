import AWSCore
import AWSServices

/// A write to `$LATEST`, guarded by the RevisionId of the snapshot it was decided on.
package struct GuardedWrite: Sendable {
    let write: Write
    let waiting: Waiting
    /// What `$LATEST` must show afterwards; the answer tells what was not known beforehand.
    let goal: @Sendable (_ answer: FunctionConfiguration?) -> Expectation
    /// Whether code that is not the goal's is certainly not ours.
    let isCodeCertain: Bool
    /// Whether what a look shows can be compared with the goal at all; what cannot is no rival's doing.
    let requireComparable: @Sendable (Snapshot) throws(Interruption) -> Void
    let send: @Sendable (_ revisionId: String?) async throws(AWSFailure) -> FunctionConfiguration

    package init(
        write: Write, waiting: Waiting, goal: @escaping @Sendable (FunctionConfiguration?) -> Expectation,
        isCodeCertain: Bool, requireComparable: @escaping @Sendable (Snapshot) throws(Interruption) -> Void,
        send: @escaping @Sendable (String?) async throws(AWSFailure) -> FunctionConfiguration
    ) {
        self.write = write
        self.waiting = waiting
        self.goal = goal
        self.isCodeCertain = isCodeCertain
        self.requireComparable = requireComparable
        self.send = send
    }
}

extension FunctionEngine {
    /// Sends the write, waits, and reads again. Refused or unanswered, it looks before it decides, and sends again only
    /// what did not arrive, only over what it was decided on.
    package func perform(_ guarded: GuardedWrite, on snapshot: Snapshot) async throws(Interruption) -> Snapshot {
        tell(.sending(guarded.write))
        let reached = try await reach(guarded, from: snapshot)
        switch reached.readiness {
        case .lastUpdateFailed: throw reached.failure(of: guarded.write)
        case .imageFailed: throw .failed(.functionFailed(reached.function.configuration))
        case .settled, .notYet, .failed: tell(.done(guarded.write))
        }
        return reached
    }

    private func reach(_ guarded: GuardedWrite, from snapshot: Snapshot) async throws(Interruption) -> Snapshot {
        var base = snapshot
        var troubles = Troubles(limit: waits.timeout)
        while true {
            switch try await attempt(guarded, on: base) {
            case .answered(let answer):
                tell(.accepted(guarded.write))
                return try await follow(guarded, answer, on: base)
            case .trouble(let trouble): troubles.add(trouble, at: clock.elapsed())
            }
            try await pause(troubles.pause(chance: clock.random()))
            let seen = try await settle(.lookUp(guarded.write), after: base.lineage(after: troubles), onTimeout: .fail)
            let traces = Traces(
                before: Expectation(base.content), after: guarded.goal(nil), isCodeCertain: guarded.isCodeCertain,
                mayHaveArrived: troubles.mayHaveArrived, movedByAWS: memory.movedByAWS,
                isUpdated: seen.isUpdated(since: snapshot))
            if try hasArrived(guarded.write, traces.verdict(on: seen.content), troubles) { return seen.following(base) }
            base = seen
            try troubles.requireTimeLeft(at: clock.elapsed())
        }
    }

    /// Carries out the verdict of a look.
    /// - Returns: whether the write is there; if not, it is to be sent again over what was seen.
    private func hasArrived(
        _ write: Write, _ verdict: Traces.Verdict, _ troubles: Troubles
    ) throws(Interruption) -> Bool {
        switch verdict {
        case .arrived(let movedByAWS):
            takeForAWSs(movedByAWS)
            recordArrival(of: write)
            return true
        case .untouched:
            tell(.foundUntouched(write))
        // Whosever code it is, a new attempt would send ours over it, too.
        case .otherCode:
            if let loss = troubles.loss, !mayStartOver { throw .failed(loss) }
            tell(.foundOtherCode(write))
        case .arrivedBeforeRival(let differences):
            recordArrival(of: write)
            throw .rival(Rival(during: write, differences: differences))
        case .rival(let differences):
            throw .rival(Rival(during: write, differences: differences))
        }
        return false
    }

    /// A look has shown what no answer told.
    package func recordArrival(of write: Write) {
        tell(.foundArrived(write))
        tell(.accepted(write))
    }

    /// After an answer: wait until the update has ended, then compare with what was to be reached.
    private func follow(
        _ guarded: GuardedWrite, _ answer: FunctionConfiguration, on base: Snapshot
    ) async throws(Interruption) -> Snapshot {
        let lineage = base.lineage.succeeding(base, by: answer)
        memory.note(lineage)
        if Readiness(ofLatest: answer) == .notYet { try await pause(PollSchedule.first) }
        let seen = try await settle(guarded.waiting, after: lineage, onTimeout: waits.onTimeout)
        let goal = guarded.goal(answer)
        let deviations = foreignAcrossOurs(goal.deviations(in: seen.content), writing: Array(goal.written.keys))
        if deviations.isEmpty { return seen }
        // A failed update may leave the old content in view; that is no rival's doing.
        if seen.readiness.wantsACure, Expectation(base.content).isMet(by: seen.content) {
            return seen
        }
        try guarded.requireComparable(seen)
        throw .rival(Rival(during: guarded.write, differences: deviations))
    }

    private func attempt(_ guarded: GuardedWrite, on base: Snapshot) async throws(Interruption) -> Attempt {
        do {
            return .answered(
                try await whileRolesSpread(guarded.write) { () throws(AWSFailure) in
                    try await guarded.send(base.revisionId)
                })
        } catch {
            return .trouble(try trouble(with: guarded.write, error))
        }
    }

    /// What can be looked into; every other failure is thrown again.
    package func trouble(with write: Write, _ interruption: Interruption) throws(Interruption) -> Trouble {
        switch interruption {
        case .failed(.refused(let refusal)) where refusal.isConflict || refusal.saysItIsNotThere:
            tell(.refusedByConflict(write, refusal))
            return .conflict(refusal)
        case .failed(.unknown(let operation, let reason)):
            tell(.answerLost(write, reason: reason))
            return .lost(operation: operation, reason: reason)
        default:
            throw interruption
        }
    }
}

private enum Attempt {
    case answered(FunctionConfiguration)
    case trouble(Trouble)
}

extension Snapshot {
    fileprivate func failure(of write: Write) -> Interruption {
        .failed(.updateFailed(write, function.configuration.reasonOfLastUpdate))
    }
}
