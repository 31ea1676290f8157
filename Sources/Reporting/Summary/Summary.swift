import AWSCore
import AWSServices
import Deployment
import Engine
import GitHubActions
import Inputs

/// The job summary: what came of it, what was done with the function, before and after, and when.
struct Summary {
    let result: RunResult
    let functionName: String
    let diagnosis: Diagnosis?
    let problems: [InputProblem]
    let secrets: KnownSecrets

    var markdown: String {
        let sections = [heading, failure, evidence, wrongInputs, facts, preview, smokeTests, changes, timeline]
        return sections.compactMap(\.self).joined(separator: "\n\n") + "\n"
    }

    private var heading: String {
        "### Lockstep: \(cell(.ours(functionName))) \(result.outcome)"
    }

    private var failure: String? {
        guard let diagnosis else { return nil }
        let lines = [.ours(diagnosis.title + "."), diagnosis.happened, result.stateSentence, diagnosis.advice]
        return lines.map(cell).joined(separator: "\n\n")
    }

    /// What the function said, where that is the cause.
    private var evidence: String? {
        guard let diagnosis, !diagnosis.evidence.isEmpty else { return nil }
        return Markdown.block(shown(diagnosis.evidence.joined(separator: "\n")), language: "text")
    }

    private var wrongInputs: String? {
        guard !problems.isEmpty else { return nil }
        return problems.map { "- " + cell($0.wording) }.joined(separator: "\n")
    }

    private var facts: String? {
        if let made = result.packaged {
            return table([
                ["Package", "SHA-256 (base64)", "bytes"], [.supplied(made.file), .ours(made.digest), "\(made.bytes)"],
            ])
        }
        guard !result.entries.isEmpty, result.outcome != "planned" else { return nil }
        var rows: [[Wording]] = [["", "before", "after"]]
        rows.append(["$LATEST's code", .ours(result.codeBefore ?? ""), .ours(result.latest?.codeSha256 ?? "")])
        if let version = result.version?.version { rows.append(["Version", "", .ours(version)]) }
        if let alias = result.alias {
            rows.append(["Alias \(ours: alias.name)", .ours(result.previousVersion ?? ""), .ours(alias.traffic)])
        }
        rows.append(["Conflicts", "", "\(result.conflicts)"])
        rows.append(["Duration", "", "\(result.duration)"])
        return table(rows)
    }

    /// What a plan would do beyond the table of changes: whoever reviews it does not open the timeline.
    private var preview: String? {
        guard result.outcome == "planned" else { return nil }
        let lines = result.entries.flatMap { entry -> [Wording] in
            entry.fact.isPreview ? entry.fact.sentences.compactMap(\.text) : []
        }
        return lines.isEmpty ? nil : lines.map { "- " + cell($0) }.joined(separator: "\n")
    }

    private var smokeTests: String? {
        let rows = result.smokeTestRows
        return rows.isEmpty ? nil : "#### Smoke tests\n\n" + table([["test", "of", "result", "after"]] + rows)
    }

    private var changes: String? {
        guard !result.differences.isEmpty else { return nil }
        let rows = result.differences.map {
            [$0.nameWording, $0.value($0.before), $0.value($0.after)]
        }
        return "#### Changes\n\n" + table([["what", "before", "after"]] + rows)
    }

    private var timeline: String? {
        let rows = result.entries.flatMap { entry in
            entry.fact.sentences.compactMap { sentence -> [Wording]? in
                switch sentence {
                case .said(let text): ["\(entry.at)", text]
                case .detail(let text): ["", text]
                case .warning(let title, let text): ["\(entry.at)", "Warning: \(ours: title). \(text)"]
                case .quoted: nil
                }
            }
        }
        guard !rows.isEmpty else { return nil }
        return "<details><summary>Timeline</summary>\n\n" + table([["at", "what"]] + rows) + "\n\n</details>"
    }

    private func table(_ rows: [[Wording]]) -> String {
        let lines = rows.map { "| " + $0.map(cell).joined(separator: " | ") + " |" }
        let rule = "|" + String(repeating: " --- |", count: rows.first?.count ?? 0)
        return ([lines[0], rule] + lines.dropFirst()).joined(separator: "\n")
    }

    private func cell(_ text: Wording) -> String {
        Markdown.text(shown(text))
    }

    private func shown(_ text: Wording) -> String {
        harmless(secrets.redact(text), limits: TextLimits(lines: 200, lineLength: 4000)).joined(separator: "\n")
    }
}

extension RunResult {
    /// The code that stood before this run.
    fileprivate var codeBefore: String? {
        first { if case .functionFound(let function) = $0 { function.configuration.codeSha256 } else { nil } }
    }
}

extension Fact {
    fileprivate var isPreview: Bool {
        switch self {
        // What the table of changes does not show.
        case .planned(let changes): changes.differences.isEmpty
        case .releasePreviewed, .stepsPreviewed, .rollbackDecided, .wouldBeSuperseded: true
        default: false
        }
    }
}

extension Sentence {
    fileprivate var text: Wording? {
        switch self {
        case .said(let text), .warning(_, let text): text
        case .detail, .quoted: nil
        }
    }
}
