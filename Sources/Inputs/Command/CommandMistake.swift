/// What is wrong with a command line.
enum CommandMistake: Error, Equatable {
    /// - Parameter meant: what somebody probably meant; `nil`: nobody can tell.
    case noSuchCommand(String, meant: String?)
    case commandMissing(before: String)
    /// - Parameter meant: as it is to be written.
    case noSuchOption(String, of: RunMode?, meant: String?)
    case optionOfOthers(String, of: RunMode, others: [RunMode])
    case strayWord(String, of: RunMode?, meant: String?)
    /// - Parameter next: what stands where the value should be.
    case valueMissing(String, of: RunMode?, next: String?)
    case noSwitch(String, of: RunMode?)
    case valueAfterNo(String, of: RunMode?)
    /// - Parameter place: where the mode stands that the command contradicts.
    case contradiction(RunMode, mode: String, place: String)
    case noSuchChoice(String, of: RunMode?, among: [String])
    case onlyInTerminal(String)
}

extension CommandMistake {
    /// What is wrong in one line, and what would be right in another or two.
    var text: String {
        let (wrong, right) = lines
        return wrong + "\n" + right
    }

    private var lines: (wrong: String, right: String) {
        switch self {
        case .noSuchCommand(let word, let meant?):
            ("There is no command \(short(word)). Did you mean this?", "lockstep \(meant)")
        case .noSuchCommand(let word, nil):
            ("There is no command \(short(word)). The commands are:", Self.commands.joined(separator: ", "))
        case .commandMissing(let flag):
            ("No command is given before \(short(flag)). Did you mean this?", "lockstep deploy \(completed(flag))")
        case .noSuchOption(let flag, let command, let meant?):
            ("\(name(command)) has no \(short(flag)). Did you mean this?", line(command, meant))
        case .noSuchOption(let flag, let command, nil):
            ("\(name(command)) has no \(short(flag)). This shows what it has:", line(command, "--help"))
        case .optionOfOthers(let input, let command, let others):
            (
                "\(name(command)) has no --\(input). Did you mean this?"
                    + (command == .rollback
                        ? "\n(A rollback takes it if it deploys a package, such as --zip-file.)" : ""),
                line(others.contains(.deploy) ? .deploy : others.first, written(input))
            )
        case .strayWord(let word, let command, let meant?):
            ("No option stands before \(short(word)). Did you mean this?", line(command, meant))
        case .strayWord(let word, let command, nil):
            ("No option stands before \(short(word)). This shows the options:", line(command, "--help"))
        case .valueMissing(let input, let command, let next?):
            (
                "--\(input) needs a value. If that is \(short(next)), write an equals sign:",
                line(command, "--\(input)=\(short(next))")
            )
        case .valueMissing(let input, let command, nil): ("--\(input) needs a value:", line(command, written(input)))
        case .noSwitch(let input, let command):
            ("--\(input) is not true or false. If nothing is to be given, write:", line(command, "--\(input)="))
        case .valueAfterNo(let input, let command):
            ("--no-\(input) takes no value. Write one of these:", line(command, "--no-\(input) or --\(input)"))
        case .contradiction(let command, let mode, let place):
            (
                "\(name(command)) and \(place) \(short(mode)) contradict each other. Write one of these:",
                RunMode(rawValue: mode).map { "\(name(command)) or \(name($0))" } ?? name(command)
            )
        case .noSuchChoice(let flag, let command, let choices):
            ("--\(flag) is \(choices.alternatives):", line(command, "--\(flag) \(choices.first ?? "")"))
        case .onlyInTerminal(let flag):
            ("--\(flag) is for terminals. In a workflow, read the step's outputs:", "steps.ID.outputs.NAME")
        }
    }

    static let commands = RunMode.allCases.map(\.rawValue) + ["version", "help"]

    private func name(_ command: RunMode?) -> String { command.map { "lockstep \($0.rawValue)" } ?? "lockstep" }

    private func line(_ command: RunMode?, _ rest: String) -> String { "\(name(command)) \(rest)" }

    /// As somebody writes it, with a place for the value where it takes one.
    private func written(_ input: String) -> String { CommandWords.written(input) }

    private func completed(_ word: String) -> String {
        let input = String(CommandWords.halves(of: word).flag.drop { $0 == "-" })
        return ActionInputs.names.contains(input) ? written(input) : "--help"
    }

    /// Whatever it is, it is shown on a line; what stands behind an equals sign may be a secret.
    private func short(_ word: String) -> String {
        let (name, value) = CommandWords.halves(of: word)
        let cut = name.count <= 60 ? name : "\(name.prefix(60))..."
        return word.isEmpty ? "\"\"" : value == nil ? cut : "\(cut)=..."
    }
}
