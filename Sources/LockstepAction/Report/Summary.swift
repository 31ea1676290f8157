import AWSCore
import AWSServices
import Deployment
import GitHubActions

/// The job summary: what came of it, what was done with the function, before and after, and when.
struct Summary {
    let result: RunResult
    let functionName: String
    let diagnosis: Diagnosis?
    let problems: [InputProblem]
    let redactor: Redactor

    var markdown: String {
        let sections = [heading, failure, wrongInputs, facts, changes, timeline].compactMap(\.self)
        return sections.joined(separator: "\n\n") + "\n"
    }

    private var heading: String {
        "### Lockstep: \(cell(functionName)) \(result.outcome)"
    }

    private var failure: String? {
        guard let diagnosis else { return nil }
        let lines = [diagnosis.title + ".", diagnosis.happened, result.stateSentence, diagnosis.advice]
        return lines.map(cell).joined(separator: "\n\n")
    }

    private var wrongInputs: String? {
        guard !problems.isEmpty else { return nil }
        return problems.map { "- " + cell("\($0.input) \($0.message)") }.joined(separator: "\n")
    }

    private var facts: String? {
        guard !result.entries.isEmpty else { return nil }
        var rows = [["", "before", "after"]]
        rows.append(["Version", result.previousVersion ?? "", result.version?.version ?? ""])
        rows.append(["Code", result.codeBefore ?? "", result.latest?.codeSha256 ?? ""])
        if let alias = result.alias {
            rows.append(["Alias \(alias.name)", result.previousVersion ?? "", alias.wording])
        }
        rows.append(["Conflicts", "", "\(result.conflicts)"])
        rows.append(["Duration", "", result.duration.wording])
        return table(rows)
    }

    private var changes: String? {
        guard !result.differences.isEmpty else { return nil }
        let rows = result.differences.map {
            [$0.name, $0.before?.wording ?? "not set", $0.after?.wording ?? "not set"]
        }
        return "#### Changes\n\n" + table([["what", "before", "after"]] + rows)
    }

    private var timeline: String? {
        let rows = result.entries.flatMap { entry in
            entry.fact.sentences.compactMap { sentence -> [String]? in
                guard case .said(let text) = sentence, !text.hasPrefix(" ") else { return nil }
                return [entry.at.wording, text]
            }
        }
        guard !rows.isEmpty else { return nil }
        return "<details><summary>Timeline</summary>\n\n" + table([["at", "what"]] + rows) + "\n\n</details>"
    }

    private func table(_ rows: [[String]]) -> String {
        let lines = rows.map { "| " + $0.map(cell).joined(separator: " | ") + " |" }
        let rule = "|" + String(repeating: " --- |", count: rows.first?.count ?? 0)
        return ([lines[0], rule] + lines.dropFirst()).joined(separator: "\n")
    }

    private func cell(_ text: String) -> String {
        Markdown.text(redactor.redact(text))
    }
}

extension RunResult {
    /// The code that stood before this run.
    fileprivate var codeBefore: String? {
        entries.lazy.compactMap { entry in
            if case .functionFound(let function) = entry.fact { function.configuration.codeSha256 } else { nil }
        }.first
    }
}
