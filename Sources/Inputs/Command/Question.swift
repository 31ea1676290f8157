/// What is asked about the program, which is answered at once.
enum Question: Equatable {
    case overview
    case help(RunMode)
    case version
    case completions(Shell)
    /// What the documents are written from.
    case definition

    /// `nil`: something is to be done.
    /// - Parameter isAction: whether it is started without a command where it is to deploy.
    init?(_ words: [String], isAction: Bool) throws(CommandMistake) {
        guard let first = words.first else {
            if isAction { return nil }
            self = .overview
            return
        }
        switch first {
        case "-h", "--help": self = .overview
        case "help":
            self = try words.dropFirst().first.map { word throws(CommandMistake) in try .about(word) } ?? .overview
        case "--version", "version": self = Self.asksForHelp(words) ? .overview : .version
        case "--generate-completion-script": self = .completions(try Shell(words.dropFirst().first))
        default:
            guard let command = RunMode(rawValue: first) else { return nil }
            guard words == [command.rawValue, "--experimental-dump-help"] else { return nil }
            self = .definition
        }
    }

    private static func asksForHelp(_ words: [String]) -> Bool { words.contains("--help") || words.contains("-h") }

    private static func about(_ word: String) throws(CommandMistake) -> Question {
        switch word {
        case "version", "help": .overview
        default: .help(try CommandWords.command(word))
        }
    }

    var answer: String {
        switch self {
        case .overview: HelpPage.overview
        case .help(let command): HelpPage.text(of: command)
        case .version: lockstepStamp
        case .completions(let shell): shell.script
        case .definition: ActionInputs._dumpHelp()
        }
    }
}
