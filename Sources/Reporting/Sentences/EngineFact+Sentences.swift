import AWSCore
import Engine

extension EngineFact {
    /// What is said of it; a fact that the log is better off without says so here.
    var sentences: [Sentence] {
        switch self {
        case .waitBegan(let waiting): [.said("Waiting \(waiting.wording)")]
        // Progress is the narrator's, for it depends on what was said before.
        case .polled: []
        case .staleReadIgnored: [.said("AWS showed a state from before our own change; looking again")]
        case .waitEnded(.warmUp, _, let waited): [.said("Warm after \(waited)")]
        case .waitEnded(_, _, let waited): [.said("Ready after \(waited)")]
        case .timedOutAttempting(let waiting, let status, let waited): [attempting(waiting, status, waited)]
        case .sending(let write): [.said("Sending \(write)")]
        // What came of it stands after the step, and what came in between is told.
        case .accepted, .latestSettled, .done: []
        case .answerLost(let write, let reason):
            [.said("No answer to \(write) (\(supplied: reason)); checking whether it was applied")]
        case .foundArrived(let write): [.said("\(write) was applied after all")]
        case .retriedAfterRefusal(let write, let refusal):
            [.said("\(write) is refused while IAM catches up; trying again"), .quoted(refusal.message)]
        // Where the alias then points is told.
        case .aliasWriteSent: []
        case .aliasGone(let name): [.said("Alias \(ours: name) no longer exists")]
        case .refusedByConflict(let write, let refusal):
            [.said("\(write) met \(ours: refusal.code); checking why"), .quoted(refusal.message)]
        case .foundUntouched(let write):
            [.said("Nothing changed meanwhile; sending \(write) again")]
        case .foundOtherCode(let write):
            [.said("Other code is there, ours or someone else's: sending \(write) again over it")]
        case .takenForAWSs(let differences): [movedByItself(differences)]
        }
    }
}

private func movedByItself(_ differences: [Difference]) -> Sentence {
    let names = differences.map(\.nameWording).joined(separator: ", ")
    return .warning(
        title: "AWS changed something by itself",
        "\(names) changed together with this run's own write. This version of Lockstep does not know it and treats it as "
            + "AWS's own in this run: \(differences.map(\.wording).joined(separator: "; ")).")
}

private func attempting(_ waiting: Waiting, _ status: Status, _ waited: Duration) -> Sentence {
    .warning(
        title: "timed out waiting",
        "Timed out waiting \(waiting.wording) after \(waited) (last seen: \(status)), attempting anyway")
}
