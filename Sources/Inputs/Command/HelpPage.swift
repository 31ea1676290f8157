/// The pages of the command line's help.
enum HelpPage {
    static let overview = """
        lockstep: deploy AWS Lambda functions without conflicts

        Waits for updates in progress, guards every write with the revision it saw, and
        starts over when somebody else changes the function.

        Commands:
        \(commands)

        lockstep COMMAND --help shows what a command takes. Each option can also be given
        as a variable: --memory-size 256 or INPUT_MEMORY_SIZE=256. A flag wins over a
        variable, and an empty value means that it is not given. A value that begins with
        a dash needs an equals sign: --function-description=-x. Credentials are looked
        for where AWS's own tools look for them.

        Exit codes: 0 success, 1 failure, 2 wrong command line or inputs, 3 conflict with
        somebody else's change, 4 smoke test or alarm, 130 cancelled.
        """

    static func text(of command: RunMode) -> String {
        // A terminal has no job's summary.
        let own = Set(command.inputs(isWithPackage: false)).subtracting(TellingInputs.names)
        let options = InputHelp.all().filter { own.contains($0.name) } + Wishes.help(of: command)
        var groups: [String] = []
        for option in options where !groups.contains(option.group) { groups.append(option.group) }
        let sections = groups.map { group in
            ([group + ":"] + options.filter { $0.group == group }.flatMap(rows)).joined(separator: "\n")
        }
        return (["lockstep \(command.rawValue): \(command.abstract)", "  \(command.example)"] + sections)
            .joined(separator: "\n\n")
    }

    private static let commands =
        (RunMode.allCases.map { ($0.rawValue, $0.abstract) } + [("version", "show the version, its commit and date")])
        .map { "  \(padded($0, to: 13))\($1)" }.joined(separator: "\n")

    private static let width = 80
    private static let column = 30

    /// The flag, and beside it or below it what it means.
    private static func rows(of option: InputHelp) -> [String] {
        let flag = "  \(option.flag)"
        var texts = wrapped(Terms.inTerminal(option.text), to: width - column)
        let first = flag.count < column ? padded(flag, to: column) + (texts.first ?? "") : flag
        if flag.count < column { texts = Array(texts.dropFirst()) }
        return [first] + texts.map { padded("", to: column) + $0 }
    }

    private static func wrapped(_ text: String, to width: Int) -> [String] {
        text.split(separator: " ").reduce(into: [String]()) { lines, word in
            if let last = lines.last, last.count + 1 + word.count <= width {
                lines[lines.count - 1] = "\(last) \(word)"
            } else {
                lines.append(String(word))
            }
        }
    }

    private static func padded(_ text: String, to width: Int) -> String {
        text + String(repeating: " ", count: max(1, width - text.count))
    }
}

extension RunMode {
    /// What the command does, in one line.
    fileprivate var abstract: String {
        switch self {
        case .deploy: "update a function, publish a version, move the alias"
        case .plan: "show what a deployment or a rollback would change, write nothing"
        case .rollback: "move the alias back to an older version"
        case .package: "build the zip and save it, without contacting AWS"
        case .permissions: "print the IAM policies that these options need"
        case .status: "show the state of functions and where a rollback would go"
        }
    }

    fileprivate var example: String {
        switch self {
        case .deploy: "lockstep deploy --function-name orders --code-artifacts-dir dist --alias live"
        case .plan: "lockstep plan --function-name orders --code-artifacts-dir dist --alias live"
        case .rollback: "lockstep rollback --function-name orders --alias live"
        case .package: "lockstep package --code-artifacts-dir dist --package-file orders.zip"
        case .permissions: "lockstep permissions --function-name orders --code-artifacts-dir dist"
        case .status: "lockstep status orders invoices"
        }
    }
}
