import AWSCore
import GitHubActions
import Inputs

/// The files by which a step tells the runner its outputs and its summary.
package struct RunnerFiles {
    let host: any Host
    let voice: Voice

    package init(host: any Host, voice: Voice) {
        self.host = host
        self.voice = voice
    }

    /// - Throws: what could not be written at the end, when it would be too late.
    package func check() throws(InvalidInputs) {
        var inspection = Inspection()
        for variable in ["GITHUB_OUTPUT", "GITHUB_STEP_SUMMARY"] {
            guard let path = path(variable) else {
                if host.environment[variable].given != nil {
                    inspection.note(variable, "names a file with bytes that are not UTF-8")
                }
                continue
            }
            do throws(HostFailure) {
                try host.append("", toFileAt: path)
            } catch {
                inspection.note(variable, "names a file that cannot be written: \(error.reason)")
            }
        }
        guard inspection.problems.isEmpty else { throw InvalidInputs(problems: inspection.problems) }
    }

    /// - Parameters:
    ///   - summary: nothing is written where it is empty.
    ///   - told: the variables whose files ``check()`` has found wrong, which is said already.
    /// - Returns: `false` when something could not be told, which has been said.
    func write(_ outputs: [OutputName: String], summary: String, told: [String]) -> Bool {
        let named = OutputName.allCases.map { ($0.rawValue, outputs[$0] ?? "") }
        guard let outputPath = path("GITHUB_OUTPUT") else { return true }
        let areOutputsWritten = attempt("outputs", isTold: told.contains("GITHUB_OUTPUT")) { () throws(HostFailure) in
            try host.append(try records(named), toFileAt: outputPath)
        }
        guard !summary.isEmpty, let summaryPath = path("GITHUB_STEP_SUMMARY") else { return areOutputsWritten }
        return attempt("summary", isTold: told.contains("GITHUB_STEP_SUMMARY")) { () throws(HostFailure) in
            try host.append(Markdown.cut(summary, toBytes: Markdown.longestSummary), toFileAt: summaryPath)
        } && areOutputsWritten
    }

    private func records(_ outputs: [(String, String)]) throws(HostFailure) -> String {
        var text = ""
        for (name, value) in outputs {
            do throws(GitHubActionsFailure) {
                text += try OutputFile.record(name: name, value: value, delimiter: "lockstep_\(host.randomToken())")
            } catch {
                throw HostFailure(reason: "output \(name): \(error)")
            }
        }
        return text
    }

    private func attempt(_ what: String, isTold: Bool, _ write: () throws(HostFailure) -> Void) -> Bool {
        do throws(HostFailure) {
            try write()
            return true
        } catch {
            if !isTold { voice.fail(title: "the \(what) could not be written", .supplied(error.reason)) }
            return false
        }
    }

    /// `nil` also where reading has replaced bytes that are not UTF-8: it is the path of another file then.
    private func path(_ variable: String) -> String? {
        host.environment[variable].given.flatMap { $0.unicodeScalars.contains("\u{FFFD}") ? nil : $0 }
    }
}
