import AWSCore
import Deployment

extension Diagnosis {
    init(of supersession: Supersession) {
        self.init(
            title: "superseded by a newer run", happened: supersession.wording,
            advice: "Nothing needs to be done. To deploy this run anyway, run it with on-superseded: deploy.")
    }

    init(of obstacle: RollbackObstacle) {
        let (happened, advice) = obstacle.wording
        self.init(title: obstacle.title, happened: happened, advice: advice)
    }
}

extension RollbackObstacle {
    fileprivate var title: String {
        switch self {
        case .noAlias: "there is no such alias"
        case .nothingBefore, .gone, .noneDescribed: "there is nothing to roll back to"
        case .ambiguous: "more than one version matches"
        case .movedMeanwhile: "someone moved the alias during the run"
        }
    }

    fileprivate var wording: (happened: Wording, advice: Wording) {
        switch self {
        case .noAlias(let name):
            (
                "The function has no alias \(ours: name), so there is nothing to move back.",
                "Check alias and function-name."
            )
        case .nothingBefore(let present):
            (
                "The alias points to version \(ours: present), and there is no older version to go back to.",
                "Deploy an older package instead: give it with mode rollback."
            )
        case .gone(let decision, let candidates):
            (
                "Version \(decision.target), \(decision.reason.wording), does not exist\(decision.isAsked ? "" : " any more")."
                    + list(candidates),
                "Set rollback-to to a version that exists, or deploy an older package with mode rollback."
            )
        case .noneDescribed(let text, let candidates):
            (
                "No version's description contains \"\(supplied: text)\".\(list(candidates))",
                "Set rollback-to to another text, or to the version's number."
            )
        case .ambiguous(let text, let candidates):
            (
                "More than one version's description contains \"\(supplied: text)\".\(list(candidates))",
                "Set rollback-to to the number of the version you mean."
            )
        case .movedMeanwhile(let decision, let now):
            (
                "The alias was to be moved away from version \(ours: decision.present), but someone else has moved it to "
                    + "version \(ours: now). What they released is not rolled back.",
                "Check what is live now. To roll that back, run again, or set rollback-to to the version you mean."
            )
        }
    }

    private func list(_ candidates: [RollbackCandidate]) -> Wording {
        guard !candidates.isEmpty else { return "" }
        return " The newest: "
            + candidates.map { $0.description.isEmpty ? "\($0.number)" : "\($0.number) (\(supplied: $0.description))" }
            .joined(separator: ", ") + "."
    }
}

extension RollbackDecision {
    fileprivate var isAsked: Bool { reason == .asked }
}

extension RollbackDecision.Reason {
    /// Goes on after the version.
    fileprivate var wording: Wording {
        switch self {
        case .asked: "which was requested"
        case .described(let text): "whose description contained \"\(supplied: text)\""
        case .recordedInAlias, .recordedInVersion: "which is recorded as the one before"
        case .halfShifted: "which the alias points to"
        case .guessed: "which was the newest older one"
        }
    }
}
