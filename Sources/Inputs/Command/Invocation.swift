import ArgumentParser

/// What somebody asked this program to do.
package enum Invocation {
    case run(ActionInputs)
    /// Show this and end: a help page, the version (exit code 0), or what is wrong with the command line (1).
    case print(String, exitCode: Int32)

    /// - Parameter arguments: the command line without the program's name.
    package static func parse(arguments: [String], environment: [String: String]) -> Invocation {
        do {
            var command = try LockstepCommand.parseAsRoot(complete(arguments, from: environment))
            if let inputs = command as? ActionInputs {
                return .run(arguments.first.map(inputs.asked) ?? inputs)
            }
            try command.run()  // what is left, `help` and no command at all, throws its page
            return .print("", exitCode: 0)
        } catch {
            let isFailure = LockstepCommand.exitCode(for: error) != .success
            return .print(LockstepCommand.fullMessage(for: error), exitCode: isFailure ? 1 : 0)
        }
    }

    /// The arguments with those from `INPUT_*` before them, so that a flag wins over a variable.
    private static func complete(_ line: [String], from environment: [String: String]) -> [String] {
        let arguments = line.map(keepingValue)
        let given = InputVariables.arguments(environment)
        guard let first = arguments.first else { return isAction(environment) ? ["deploy"] + given : [] }
        if RunMode(rawValue: first) != nil { return [first] + given + arguments.dropFirst() }
        let asksAboutUs = ["-h", "--help", "--version"].contains(first)
        return isAction(environment) && first.hasPrefix("-") && !asksAboutUs
            ? ["deploy"] + given + arguments : arguments
    }

    /// `--alias=`, as `--alias=$ALIAS` may become, is an empty value.
    private static func keepingValue(_ argument: String) -> String {
        let parts = argument.utf8.split(separator: UInt8(ascii: "="), maxSplits: 1, omittingEmptySubsequences: false)
        guard argument.hasPrefix("--"), parts.count == 2, let name = String(parts[0]), let value = String(parts[1])
        else { return argument }
        return InputVariables.flag(name, value)
    }

    /// On GitHub it is an action even if no input arrives, as behind a shell that drops variables with a dash: a help
    /// page would then pass for success.
    private static func isAction(_ environment: [String: String]) -> Bool {
        InputVariables.exist(in: environment) || environment["GITHUB_ACTIONS"] == "true"
    }
}

extension ActionInputs {
    /// The command's name says more than the input does.
    fileprivate func asked(as command: String) -> ActionInputs {
        guard let mode = RunMode(rawValue: command), mode != .deploy else { return self }
        var inputs = self
        inputs.task.mode = mode.rawValue
        return inputs
    }
}
