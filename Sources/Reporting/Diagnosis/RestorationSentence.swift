import AWSCore
import AWSServices
import Deployment
import Engine

extension RunResult {
    /// What became of `$LATEST` after the failure; `nil`: nothing of this run can be there.
    var restoration: RestorationFact? {
        last { if case .restoration(let fact) = $0 { fact } else { nil } }
    }

    var isRestored: Bool {
        if case .restored? = restoration { true } else { false }
    }

    var restorationSentence: Wording? {
        switch restoration {
        case nil: nil
        case .kept(.created)?: "This run created the function, and it stays."
        case .kept(.asked)?: "It was not put back, because on-failure is keep."
        case .kept(.shielded(let alias))?:
            "It was not put back, because callers of alias \(ours: alias) do not get it (on-failure: auto)."
        case .restored(let others)? where others.isEmpty: "It was put back to what it was before this run."
        case .restored(let others)?:
            "What this run changed was put back. Someone else's changes stay: \(others.map(\.wording).joined(separator: ", "))."
        case .began?: "It was being put back when the run ended."
        case .failed(let obstacle)?: notRestored(obstacle)
        }
    }

    private func notRestored(_ obstacle: NotRestored) -> Wording {
        let what: Wording =
            switch obstacle {
            case .codeInDoubt:
                "It was put back, except for its code: the new package's digest is not known, so nobody can tell whose code stands."
            case .tagsUnseen: "It was put back, except for its tags, which cannot be read without lambda:ListTags."
            case .otherwise(let differences):
                "It was put back, but these still differ: \(differences.map(\.wording).joined(separator: ", "))."
            case .noTime: "It was not put back: a cancelled run has only seconds left."
            case .noCode: "It was not put back: the code that stood before could not be kept."
            case .failure(let failure): "It was not put back. \(cause(failure))"
            }
        let isTold = if case .otherwise = obstacle { true } else { false }
        return [what, isTold ? nil : leftSentence, commandSentence].compactMap(\.self).joined(separator: " ")
    }

    /// What is to be mended, as far as the last look tells.
    private var leftSentence: Wording? {
        let tags = entries.reduce(into: Set<String>()) { tags, entry in
            if case .planned(let changes) = entry.fact { tags.formUnion(changes.tags.keys) }
        }
        let maybe = tags.sorted().map { Difference.ofTag($0, before: nil, after: nil).nameWording }
        let all =
            leftDifferences.map(\.wording)
            + (wroteTags && !maybe.isEmpty ? ["perhaps " + maybe.joined(separator: ", ")] : [])
        return all.isEmpty ? nil : "Different from before this run: \(all.joined(separator: ", "))."
    }

    private var commandSentence: Wording? {
        let commands = commandsToPutBack
        return commands.isEmpty
            ? nil
            : "To put back \(commands.map(\.what).joined(separator: " and ")): \(commands.map(\.command).joined(separator: " && "))"
    }

    /// What AWS refused has a cure of its own.
    private func cause(_ failure: DeploymentFailure) -> Wording {
        let diagnosis = Diagnosis(of: failure, functionName: nameOfFunction ?? "The function")
        guard case .engine(.refused) = failure else { return diagnosis.happened }
        return "\(diagnosis.happened) \(diagnosis.advice)"
    }
}
