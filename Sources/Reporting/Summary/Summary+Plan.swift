import AWSCore
import Deployment
import Engine
import GitHubActions

// A plan, as somebody reviews it.
extension Summary {
    var planVerdict: (mark: String, what: Wording) {
        let isBehind = result.entries.contains { if case .wouldBeSuperseded = $0.fact { true } else { false } }
        if isBehind { return ("⏭️", "\(ours: result.conclusion.text)") }
        guard result.isChanged else { return ("✔️", "\(ours: result.conclusion.text)") }
        let asked: Wording = context.isPullRequest ? "merging this" : "this"
        switch result.differences.count {
        case 0: return ("📋", "\(asked) would change what is live, but no setting")
        case 1: return ("📋", "\(asked) would change 1 thing")
        case let count: return ("📋", "\(asked) would change \(count) things")
        }
    }

    /// The changes as a diff, then what would come of them.
    var preview: String? {
        guard result.outcome == "planned" else { return nil }
        let lines = result.entries.flatMap { entry -> [Wording] in
            entry.fact.isPreview ? entry.fact.sentences.compactMap(\.text) : []
        }
        let then = lines.isEmpty ? nil : lines.map { "- " + text($0) }.joined(separator: "\n")
        return [diff, then].compactMap(\.self).joined(separator: "\n\n")
    }

    private var diff: String? {
        guard !result.differences.isEmpty else { return nil }
        let lines = result.differences.flatMap { difference in
            [("-", difference.before), ("+", difference.after)].compactMap { sign, value -> Wording? in
                value.map { "\(ours: sign) \(difference.inDiff($0))" }
            }
        }
        return Markdown.block(lines.map(diffLine).joined(separator: "\n"), language: "diff")
    }

    /// Cut to what is seen without scrolling.
    private func diffLine(_ line: Wording) -> String {
        harmless(secrets.redact(line), limits: TextLimits(lines: 1, lineLength: 120)).joined(separator: " ")
    }
}

extension Fact {
    fileprivate var isPreview: Bool {
        switch self {
        // What the table of changes does not show.
        case .planned(let changes): changes.differences.isEmpty
        case .dryRun(.began): false
        case .releasePreviewed, .stepsPreviewed, .rollbackDecided, .dryRun: true
        default: false
        }
    }
}

extension Difference {
    /// Of code, its digest says nothing to a reviewer but that it is another.
    fileprivate func inDiff(_ value: JSONValue) -> Wording {
        guard name == Self.codeName, let digest = value.string else { return "\(nameWording): \(self.value(value))" }
        return "Code: \(ours: digest.shortDigest)"
    }
}

extension Sentence {
    /// A warning is told above.
    fileprivate var text: Wording? {
        if case .said(let text) = self { text } else { nil }
    }
}
