/// What is asked of the program itself in a command line, and is no input: a workflow has outputs and steps for it.
package struct Wishes: Sendable, Equatable {
    /// In which form the outputs are written; `nil`: they are not.
    package var output: OutputForm?
    /// Whether a plan tells by its exit code that something is to be done.
    package var tellsChanges: Bool
    /// Whether a status is shown anew whenever it has changed.
    package var watches: Bool

    package init(output: OutputForm?, tellsChanges: Bool, watches: Bool) {
        self.output = output
        self.tellsChanges = tellsChanges
        self.watches = watches
    }

    package static let none = Wishes(output: nil, tellsChanges: false, watches: false)
}

package enum OutputForm: String, Sendable, CaseIterable {
    case json, text
}

extension Wishes {
    /// Those that are true or false, by the one command that has each.
    static let switches: [String: RunMode] = ["exit-code": .plan, "watch": .status]

    /// The flags, with what is said of them.
    static func help(of command: RunMode) -> [InputHelp] {
        let output = InputHelp(
            name: "output", group: group, text: "Write the result to standard output as json or text. Default: neither."
        )
        let exitCode = InputHelp(
            name: "exit-code", group: group, text: "Exit with 2 if there is something to change, and with 0 if not.")
        let watch = InputHelp(
            name: "watch", group: group, text: "Go on, and show it again whenever it has changed, until Ctrl-C.")
        return switch command {
        case .plan: [output, exitCode]
        case .status: [output, watch]
        case .deploy, .rollback, .package, .permissions: [output]
        }
    }

    private static let group = "Output"
}
