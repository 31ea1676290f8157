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
        let commands = commandsToPutBack
        let cure: Wording = commands.isEmpty ? "" : " To put it back: \(commands.joined(separator: " && "))"
        return "It was not put back: \(reason(obstacle))\(cure)"
    }

    /// What AWS refused has a cure of its own.
    private func cause(_ failure: DeploymentFailure) -> Wording {
        let diagnosis = Diagnosis(of: failure, functionName: nameOfFunction ?? "The function")
        guard case .engine(.refused) = failure else { return diagnosis.happened }
        return "\(diagnosis.happened) \(diagnosis.advice)"
    }

    private func reason(_ obstacle: NotRestored) -> Wording {
        switch obstacle {
        case .noTime: "a cancelled run has only seconds left."
        case .noCode: "the code that stood before could not be kept."
        case .tagsUnseen: "everything is back but the tags, which cannot be read without lambda:ListTags."
        case .otherwise(let differences):
            "AWS accepted it, but these still differ: \(differences.map(\.wording).joined(separator: ", "))."
        case .failure(let failure): cause(failure)
        }
    }
}
