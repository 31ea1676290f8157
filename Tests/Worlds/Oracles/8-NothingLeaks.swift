import ControlPlaneSimulator
import FoundationEssentials
import Glibc
import Reporting

extension Evidence {
    /// Secrets that are shown, lines that the runner takes for commands that are not ours, and outputs that it would not
    /// pass on, or that are not as they were.
    var leaks: [String] {
        shownSecrets + foreignCommands + foreignOutputs + masks + spoiltOutputs + spoiltSummary
    }

    private var shownSecrets: [String] {
        let shown = (run.log.filter { !$0.hasPrefix("::add-mask::") } + run.files.values).joined(separator: "\n")
        let secrets = ["the-secret-key", Fixture.standingSecret] + wanted.variables.values.compactMap(\.string)
        return secrets.flatMap { [$0, Data($0.utf8).base64EncodedString()] }
            .filter(shown.holds).map { "the secret \($0) is shown" }
    }

    /// A command is at the beginning of a line, blanks apart; one of the old kind is anywhere in it.
    /// Source: https://github.com/actions/runner/blob/main/src/Runner.Common/ActionCommand.cs
    private var foreignCommands: [String] {
        let ours = [
            "::add-mask::", "::group::", "::endgroup::", "::warning title=demo%3A ", "::error title=demo%3A ",
            "::notice title=demo%3A ", "::debug::",
        ]
        return run.log.filter { line in
            let trimmed = line.drop(while: \.isWhitespace)
            return line.holds("##[") || line.holds("\n") || line.holds("\r")
                || (trimmed.hasPrefix("::") && !ours.contains { trimmed.hasPrefix($0) })
        }.map { "a command in the log: \($0)" }
    }

    /// Each output is there once, between delimiters that nobody can guess, and there is nothing else.
    private var foreignOutputs: [String] {
        if let foreign = run.outputLines.foreign { return ["a line in the outputs that is none: \(foreign)"] }
        let names = run.outputLines.values.map(\.name).sorted()
        return names == OutputName.allCases.map(\.rawValue).sorted() ? [] : ["the outputs are \(names)"]
    }

    /// Of what the runner masks it drops each output that holds it, of this step and of those to come.
    private var masks: [String] {
        run.log.filter { $0.hasPrefix("::add-mask::") && $0 != "::add-mask::the-secret-key" }
            .map { "hidden from the whole job: \($0)" }
    }

    /// Something is hidden in an output, or the plan is no JSON any more: only texts in it may be hidden.
    private var spoiltOutputs: [String] {
        let hidden = OutputName.allCases.filter {
            ![.plan, .summary].contains($0) && run.output($0)?.holds("***") == true
        }
        return hidden.map { "the output \($0.rawValue) is spoilt" } + (isPlanWhole ? [] : ["the output plan is spoilt"])
    }

    /// What somebody else wrote has become markup, or there is more than others have room for.
    private var spoiltSummary: [String] {
        let comment = run.output(.summary) ?? ""
        let outputs = run.outputLines.values.map(\.value.utf16.count).reduce(0, +)
        let bounds = [
            (comment.utf16.count <= 60_000 && comment.utf8.count <= 120_000, "the output summary is too long"),
            (!comment.holds("```mermaid"), "the output summary has a picture"),
            (outputs < 400_000, "the outputs are too long"),
        ]
        // Without a picture both are the same.
        let texts = comment + "\n" == run.summary ? [run.summary] : [run.summary, comment]
        return texts.flatMap(MarkdownFaults.of) + bounds.filter { !$0.0 }.map(\.1)
    }

    private var isPlanWhole: Bool {
        guard let plan = run.output(.plan) else { return true }
        let rows = (try? JSON(parsing: Array(plan.utf8)))?.array  // what does not parse is spoilt
        return rows?.allSatisfy { row in
            row.object?.keys.sorted() == ["after", "before", "name"] && row["name"]?.string?.first != "*"
                && (row["name"] != "MemorySize" || row["after"] == wanted.memory)
        } == true
    }
}

extension String {
    /// A search of bytes, quicker than the library's of characters.
    fileprivate func holds(_ other: String) -> Bool {
        strstr(self, other) != nil
    }
}
