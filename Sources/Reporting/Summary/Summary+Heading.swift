import AWSCore
import Deployment
import GitHubActions
import Inputs

extension Summary {
    /// What came of it, for who reads nothing else.
    var heading: String {
        let (mark, what) = verdict
        let name: Wording = functionName.isEmpty ? "Lockstep" : .ours(functionName)
        return "### \(mark) \(text("\(name): \(what)"))"
    }

    private var verdict: (mark: String, what: Wording) {
        let what: Wording = "\(ours: result.conclusion.text)"
        return switch result.outcome {
        case "deployed": ("✅", what)
        case "unchanged": ("✔️", what)
        case "rolled-back": ("↩️", what)
        case "superseded": ("⏭️", what + (result.alias.map { " – version \(ours: $0.traffic) stays live" } ?? ""))
        case "planned": planVerdict
        case "packaged": ("📦", what)
        case "listed": ("🔑", what)
        default: failureVerdict
        }
    }

    private var failureVerdict: (String, Wording) {
        guard let diagnosis else { return ("❌", problems.isEmpty ? "failed" : "wrong inputs") }
        let isBack = result.entries.contains { if case .aliasPutBack = $0.fact { true } else { false } }
        let isLeftAlone = result.alias?.traffic == result.aliasBefore?.traffic
        let standing: Wording? = result.alias.map { alias in
            " – \(ours: alias.name) \(isBack ? "is back on" : isLeftAlone ? "still serves" : "serves") version \(ours: alias.traffic)"
        }
        let isUndone = isBack || result.isRestored
        return (isUndone ? "↩️" : "❌", "\(ours: diagnosis.title)\(standing ?? restored ?? "")")
    }

    /// Where no alias tells what callers get.
    private var restored: Wording? {
        guard result.isRestored else { return nil }
        let code = result.before?.codeSha256.flatMap { $0 == result.latest?.codeSha256 ? $0 : nil }
        return code.map { " – back to the code of \(ours: $0.shortDigest)" } ?? " – what it changed was put back"
    }

    /// Where it happened, and where to look.
    var whereabouts: String? {
        var parts: [String] = []
        if let arn = result.functionArn.flatMap(ARN.init) {
            parts += [text(.ours(String(arn.region))), "account " + text(.ours(String(arn.account)))]
        }
        parts += links.map { Markdown.link($0.name, to: $0.address) }
        if let commit = context.commit { parts.append(shown(commit: commit)) }
        parts.append(text("\(result.duration)"))
        return parts.joined(separator: " · ")
    }

    /// With the way there, where the repository is known.
    func shown(commit: String) -> String {
        let short = "commit " + Markdown.code(String(commit.prefix(7)))
        return context.address(ofCommit: commit).map { Markdown.link(short, to: $0) } ?? short
    }
}
