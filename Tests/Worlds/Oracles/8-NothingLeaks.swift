import FoundationEssentials
import Glibc
import LockstepAction
import Reporting

extension Evidence {
    /// Secrets that are shown, and lines that the runner takes for commands that are not ours.
    var leaks: [String] {
        shownSecrets + foreignCommands + foreignOutputs
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
        let ours = ["::add-mask::", "::group::", "::endgroup::", "::warning title=", "::error title="]
        return run.log.filter { line in
            let trimmed = line.drop(while: \.isWhitespace)
            return line.holds("##[") || line.holds("\n") || line.holds("\r")
                || (trimmed.hasPrefix("::") && !ours.contains { trimmed.hasPrefix($0) })
        }.map { "a command in the log: \($0)" }
    }

    /// Each output is there once, between delimiters that nobody can guess, and there is nothing else.
    private var foreignOutputs: [String] {
        let outputs = OutputLines(run.files["output"] ?? "")
        if let foreign = outputs.foreign { return ["a line in the outputs that is none: \(foreign)"] }
        let names = outputs.values.map(\.name).sorted()
        return names == OutputName.allCases.map(\.rawValue).sorted() ? [] : ["the outputs are \(names)"]
    }
}

extension String {
    /// A search of bytes, quicker than the library's of characters.
    fileprivate func holds(_ other: String) -> Bool {
        strstr(self, other) != nil
    }
}
