import AWSServices
import Deployment

extension Fact {
    /// Of going back, giving way and cleaning up.
    var historySentences: [Sentence]? {
        switch self {
        case .rollbackDecided(let decision, _): decision.sentences
        case .rollbackVersionFound(let version):
            [.said("Version \(version.version ?? "?") is there: \(Status(version))")]
                + (version.humanDescription.isEmpty ? [] : [.quoted(version.humanDescription)])
        case .rollbackNotPublished(let failure, let alias):
            [.warning(title: "Publishing failed", notPublished(failure, alias))]
        case .superseded(let supersession, let carriedOut):
            [.warning(title: "Superseded by a newer run", supersession.wording + " " + wording(of: carriedOut))]
        case .wouldBeSuperseded(let supersession):
            [.warning(title: "Superseded by a newer run", supersession.wording + " A deployment would stop here.")]
        case .versionsPruned(let pruned): pruned.sentences
        default: nil
        }
    }
}

private func notPublished(_ failure: DeploymentFailure, _ alias: AliasConfiguration?) -> String {
    let stays = alias.map { " Alias \($0.name) stays at version \($0.traffic)." } ?? ""
    return "Rollback function code was updated but version publishing failed."
        + " \(Diagnosis(of: failure, functionName: "The function").happened)\(stays)"
        + " $LATEST is as the package and the inputs ask for. Run it again to publish it."
}

private func wording(of carriedOut: [Write]) -> String {
    guard !carriedOut.isEmpty else { return "Nothing was written. \(force)" }
    let names = carriedOut.map(\.rawValue).reduce(into: [String]()) { if !$0.contains($1) { $0.append($1) } }
    return
        "Before it found out, this run had carried out \(names.joined(separator: ", ")): $LATEST may hold its code and "
        + "configuration until the next deployment. The alias was left alone, so its callers see none of that. \(force)"
}

private let force = "To deploy this run all the same, run it with on-superseded: deploy."

extension Supersession {
    var wording: String {
        "Alias \(alias) serves version \(version), which run \(newer.wording) of this workflow released; this is run "
            + "\(ours.wording), an older one."
    }
}

extension WorkflowRun {
    fileprivate var wording: String { attempt == 1 ? "\(number)" : "\(number) (attempt \(attempt))" }
}

extension RollbackDecision {
    fileprivate var sentences: [Sentence] {
        switch reason {
        case .asked: [.said("To go back to: version \(target), as asked for")]
        case .described(let text): [.said("To go back to: version \(target), whose description contains \"\(text)\"")]
        case .recordedInAlias:
            [.said("To go back to: version \(target), the previous one according to the alias's description")]
        case .recordedInVersion:
            [.said("To go back to: version \(target), the previous one according to the version's description")]
        case .halfShifted:
            [.said("To go back to: version \(target), with all traffic: a newer version loses its share")]
        case .guessed:
            [
                .warning(
                    title: "The version before is a guess",
                    "Nothing is recorded of where the alias pointed before version \(present), so version \(target) is taken: "
                        + "the best guess there is, but it may never have been live. To be explicit, give rollback-to.")
            ]
        }
    }
}

extension Pruned {
    fileprivate var sentences: [Sentence] {
        let done = deleted.isEmpty ? "No old version was deleted" : "Deleted \(listed(deleted))"
        guard let reason else { return [.said(done)] }
        let rest = left.isEmpty ? "" : " Not deleted: \(listed(left))."
        return [
            .warning(
                title: "Old versions were not all deleted",
                "\(done).\(rest) \(reason) The release itself is done; the next run tries again.")
        ]
    }

    private var reason: String? {
        if isOutOfTime { return "It takes too long for one run." }
        if let trouble {
            let diagnosis = Diagnosis(of: trouble, functionName: "The function")
            return "\(diagnosis.happened) \(diagnosis.advice)"
        }
        return refusal.map { "AWS said: \($0.message.withoutFullStop)." }
    }

    private func listed(_ versions: [VersionNumber]) -> String {
        let shown = versions.prefix(10).map(\.description).joined(separator: ", ")
        let more = versions.count > 10 ? " and \(versions.count - 10) more" : ""
        return "version\(versions.count == 1 ? "" : "s") \(shown)\(more)"
    }
}
