import AWSCore
import Deployment
import GitHubActions

// What is folded away.
extension Summary {
    /// After a release that can be taken back: by a workflow, and from a terminal.
    var wayBack: String? {
        guard result.outcome == "deployed", let alias = result.alias, let before = result.aliasBefore?.functionVersion,
            before != "$LATEST", before != alias.functionVersion,
            let region = result.functionArn.flatMap(ARN.init)?.region
        else { return nil }
        let inputs = [
            ("function-name", functionName), ("alias", alias.name), ("rollback-to", before),
            ("aws-region", String(region)),
        ]
        let workflow = (["mode: rollback"] + inputs.map { "\($0.0): '\($0.1)'" }).map(Wording.ours)
        let command = Wording.ours("lockstep rollback " + inputs.map { "--\($0.0)=\($0.1)" }.joined(separator: " "))
        return Markdown.folded(
            "Go back to version \(text(.ours(before)))",
            "In a workflow, with these inputs:\n\n\(block(workflow, language: "yaml"))\n\nFrom a terminal:\n\n"
                + block([command], language: "sh"))
    }

    var digests: String? {
        guard result.outcome != "planned" else { return nil }
        var rows: [[String]] = []
        func add(_ title: String, _ before: String?, _ after: String?) {
            guard before != nil || after != nil else { return }
            rows.append([title] + [before, after].map { $0.map(code) ?? "" })
        }
        add("Code of &#36;LATEST", result.before?.codeSha256, result.latest?.codeSha256)
        add("Revision of &#36;LATEST", result.before?.revisionId, result.latest?.revisionId)
        add("Code of the version", nil, result.version?.codeSha256)
        guard !rows.isEmpty else { return nil }
        rows.append(["Conflicts", "", "\(result.conflicts)"])
        return Markdown.folded("Digests and revisions", Markdown.table([["", "Before", "Now"]] + rows))
    }

    var timeline: String? {
        let rows = result.entries.flatMap { entry in
            entry.fact.sentences.compactMap { sentence -> [String]? in
                // A time is not to be broken.
                let at = entry.at.wording.split(separator: " ").joined(separator: "&nbsp;")
                return switch sentence {
                case .said(let text): [at, cell(text, of: 1)]
                case .detail(let text): ["", cell(text, of: 1)]
                case .warning(let title, _): [at, cell("Warning: \(ours: title.capitalFirst)", of: 1)]
                case .quoted: nil
                }
            }
        }
        guard !rows.isEmpty else { return nil }
        return Markdown.folded("Every step", Markdown.table([["at", "what"]] + rows))
    }
}
