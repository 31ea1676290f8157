import ArgumentParser

/// What somebody asked this program to do.
package enum Invocation {
    case run(ActionInputs, Wishes)
    /// Show this and end: what was asked for (exit code 0), or what is wrong with the command line.
    case print(String, exitCode: Int32)

    /// - Parameter arguments: the command line without the program's name.
    package static func parse(arguments: [String], environment: [String: String]) -> Invocation {
        do throws(CommandMistake) {
            let isAction = isAction(environment)
            if let question = try Question(arguments, isAction: isAction) {
                return .print(question.answer, exitCode: 0)
            }
            let line = try CommandWords(arguments)
            if let command = line.command, line.asksForHelp {
                return .print(Question.help(command).answer, exitCode: 0)
            }
            if line.command == nil, !isAction { throw .commandMissing(before: arguments.first ?? "") }
            if isOnGitHub(environment), line.wishes.output != nil { throw .onlyInTerminal("output") }
            if isOnGitHub(environment), line.wishes.watches { throw .onlyInTerminal("watch") }
            try line.check(modeOfVariable: InputVariables.value(of: "mode", environment))
            return inputs(of: line, environment)
        } catch {
            return .print(error.text, exitCode: ExitCode.wrongInputs.value)
        }
    }

    /// Those from `INPUT_*` come first, so that a flag wins over a variable.
    private static func inputs(of line: CommandWords, _ environment: [String: String]) -> Invocation {
        var flags = InputVariables.arguments(environment)
        flags += line.given.map { InputVariables.flag("--\($0.input)", $0.value) }
        do {
            var inputs = try ActionInputs.parse(flags)
            if let command = line.command { inputs.task.mode = command.rawValue }
            return .run(inputs, line.wishes)
        } catch {
            // Every name is an option, and takes any text: it does not come to this.
            return .print(ActionInputs.fullMessage(for: error), exitCode: ExitCode.wrongInputs.value)
        }
    }

    /// On GitHub it is an action even if no input arrives, as behind a shell that drops variables with a dash: a help
    /// page would then pass for success.
    private static func isAction(_ environment: [String: String]) -> Bool {
        InputVariables.exist(in: environment) || isOnGitHub(environment)
    }

    private static func isOnGitHub(_ environment: [String: String]) -> Bool {
        environment["GITHUB_ACTIONS"] == "true"
    }
}
