import AWSCore
import Deployment
import GitHubActions
import Inputs

extension Summary {
    var wrongInputs: String? {
        guard !problems.isEmpty else { return nil }
        return Markdown.alert(.caution, problems.map { "- " + text($0.firstLine) }.joined(separator: "\n"))
    }

    var failure: String? {
        guard let diagnosis else { return nil }
        let points = [("State", result.stateSentence), ("Next", diagnosis.advice)]
        return Markdown.alert(
            .caution,
            ([text(diagnosis.happened)] + points.filter { !$0.1.isEmpty }.map { "- **\($0.0):** \(text($0.1))" })
                .joined(separator: "\n"))
    }

    var policyToAdd: String? {
        guard let diagnosis, !diagnosis.policy.isEmpty else { return nil }
        return block([diagnosis.policy], language: "json")
    }

    /// What the function said, where that is the cause.
    var evidence: String? {
        guard let diagnosis, !diagnosis.evidence.isEmpty else { return nil }
        return block(diagnosis.evidence, language: "text")
    }

    /// What went otherwise than one would think, though it went on.
    var warnings: String? {
        var lines = result.entries.flatMap(\.fact.sentences).compactMap(warning)
        if let overruled = result.overruledWarning.flatMap(warning) { lines.append("\(overruled) \(who)") }
        guard !lines.isEmpty else { return nil }
        let list = lines.count == 1 ? lines : lines.map { "- \($0)" }
        return Markdown.alert(.warning, list.joined(separator: "\n"))
    }

    private func warning(_ sentence: Sentence) -> String? {
        guard case .warning(let title, let text) = sentence else { return nil }
        return "**\(self.text(.ours(title.capitalFirst))).** \(self.text(text))"
    }

    private var who: String { whoLink.map { Markdown.link("Who was it?", to: $0) } ?? "" }

    /// What somebody else did, where this run went on all the same. A failure tells it as its cause, and what was written over is told as that.
    var others: String? {
        guard result.isSuccess else { return nil }
        let lines = result.entries.compactMap { entry -> String? in
            guard case .rivalFound(let rival) = entry.fact else { return nil }
            let overruled = result.overruled.map(\.theirs.name)
            let left = rival.differences.filter { !overruled.contains($0.name) }
            guard !left.isEmpty else { return nil }
            let what = left.map { "\($0.nameWording) \($0.value($0.before)) → \($0.value($0.after))" as Wording }
            return text("\(entry.at) into this run someone else changed \(what.joined(separator: ", ")).")
        }
        guard !lines.isEmpty else { return nil }
        return Markdown.alert(.note, (lines + ["The run started over from there. \(who)"]).joined(separator: "\n"))
    }
}
