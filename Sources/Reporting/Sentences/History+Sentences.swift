import AWSCore
import AWSServices
import Deployment
import Engine

func found(toGoBackTo version: FunctionConfiguration) -> [Sentence] {
    [.said("Version \(ours: version.version ?? "?") is there: \(Status(version))")]
        + (version.humanDescription.isEmpty ? [] : [.quoted(version.humanDescription)])
}

func notPublished(_ failure: DeploymentFailure, _ alias: AliasConfiguration?) -> Sentence {
    let stays: Wording = alias.map { " Alias \(ours: $0.name) stays at version \(ours: $0.traffic)." } ?? ""
    return .warning(
        title: "publishing failed",
        "Rollback function code was updated but version publishing failed."
            + " \(Diagnosis(of: failure, functionName: "The function").happened)\(stays)"
            + " $LATEST is as the package and the inputs ask for. Run again to publish it.")
}

extension Supersession {
    func sentence(_ carriedOut: [Write], isPutBack: Bool) -> Sentence {
        .warning(title: "superseded by a newer run", "\(wording) \(told(carriedOut, isPutBack))")
    }

    var previewSentence: Sentence {
        .warning(title: "superseded by a newer run", "\(wording) A deployment would stop here.")
    }
}

private func told(_ carriedOut: [Write], _ isPutBack: Bool) -> Wording {
    guard !carriedOut.isEmpty else { return "Nothing was written. \(force)" }
    let names = carriedOut.map(\.rawValue).reduce(into: [String]()) { if !$0.contains($1) { $0.append($1) } }
    let hasMovedTheAlias = carriedOut.contains { $0 == .updateAlias || $0 == .createAlias }
    let alias: Wording =
        hasMovedTheAlias
        ? "The alias is left as the newer run has moved it."
        : "The alias was left alone, so its callers see none of that."
    let latest: Wording =
        isPutBack
        ? "$LATEST was put back, so nothing of this run is left there."
        : "$LATEST may hold its code and configuration until the next deployment."
    return
        "Before that was noticed, this run had carried out \(ours: names.joined(separator: ", ")): \(latest) \(alias) \(force)"
}

private let force: Wording = "To deploy this run anyway, run it with on-superseded: deploy."

extension RollbackDecision {
    var sentences: [Sentence] {
        switch reason {
        case .asked: [.said("To go back to: version \(target), as asked for")]
        case .described(let text):
            [.said("To go back to: version \(target), whose description contains \"\(supplied: text)\"")]
        case .recordedInAlias:
            [.said("To go back to: version \(target), the previous one according to the alias's description")]
        case .recordedInVersion:
            [.said("To go back to: version \(target), the previous one according to the version's description")]
        case .halfShifted:
            [.said("To go back to: version \(target), with all traffic: a newer version loses its share")]
        case .guessed:
            [
                .warning(
                    title: "the version before is a guess",
                    "Nothing is recorded of where the alias pointed before version \(ours: present), so version \(target) is used: "
                        + "the best guess, but it may never have been live. To be explicit, give rollback-to.")
            ]
        }
    }
}

extension Pruned {
    var sentences: [Sentence] {
        let done: Wording = deleted.isEmpty ? "No old version was deleted" : "Deleted \(listed(deleted))"
        let uses = used.map { Sentence.said("Version \($0.number) stays: \($0.use.wording)") }
        guard let reason else { return uses + [.said(done)] }
        let rest: Wording = left.isEmpty ? "" : " Not deleted: \(listed(left))."
        return uses + [
            .warning(
                title: "old versions were not all deleted",
                "\(done).\(rest) \(reason)\(isForRoom ? "" : " The release itself is done; the next run tries again.")")
        ]
    }

    private var reason: Wording? {
        if isOutOfTime { return "That takes too long for one run." }
        if let trouble = trouble ?? failure.map(DeploymentFailure.engine) {
            let diagnosis = Diagnosis(of: trouble, functionName: "The function")
            return "\(diagnosis.happened) \(diagnosis.advice)"
        }
        return refusal.map { "AWS said: \(supplied: $0.message.withoutFullStop)." }
    }

}

/// `versions 1, 2`.
func listed(_ versions: [VersionNumber]) -> Wording {
    let shown = versions.prefix(10).map(\.description).joined(separator: ", ")
    let more: Wording = versions.count > 10 ? " and \(versions.count - 10) more" : ""
    return "version\(versions.count == 1 ? "" : "s") \(ours: shown)\(more)"
}

extension VersionUse {
    fileprivate var wording: Wording {
        switch self {
        case .eventSourceMapping: "an event source mapping calls it"
        case .eventInvokeConfig: "it has settings of its own for asynchronous calls"
        case .policy: "its own policy allows calls to it"
        case .durableExecution: "a durable execution that began with it is under way"
        }
    }
}
