import AWSCore
import Deployment

extension Diagnosis {
    init(of supersession: Supersession) {
        self.init(
            title: "superseded by a newer run", happened: supersession.wording,
            advice: "Nothing needs to be done. To deploy this run all the same, run it with on-superseded: deploy.")
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
        case .movedMeanwhile: "somebody moved the alias meanwhile"
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
                "Version \(decision.target), \(decision.reason.wording), is not there\(decision.isAsked ? "" : " any more")."
                    + list(candidates),
                "Give rollback-to a version that is there, or deploy an older package with mode rollback."
            )
        case .noneDescribed(let text, let candidates):
            (
                "No version's description contains \"\(supplied: text)\".\(list(candidates))",
                "Give rollback-to another text, or the version's number."
            )
        case .ambiguous(let text, let candidates):
            (
                "More than one version's description contains \"\(supplied: text)\".\(list(candidates))",
                "Give rollback-to the number of the one that you mean."
            )
        case .movedMeanwhile(let decision, let now):
            (
                "The alias was to be moved away from version \(ours: decision.present), but somebody has moved it meanwhile, to "
                    + "version \(ours: now). What they released is not rolled back.",
                "Look at what is live now. If it is to go, run it again, or give rollback-to the version that you mean."
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
        case .asked: "which was asked for"
        case .described(let text): "whose description contained \"\(supplied: text)\""
        case .recordedInAlias, .recordedInVersion: "which is recorded as the one before"
        case .halfShifted: "which the alias points to"
        case .guessed: "which was the newest older one"
        }
    }
}
