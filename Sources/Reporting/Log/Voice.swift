import AWSCore
import GitHubActions
import Inputs

/// How the story is told: with the runner's commands on GitHub, without them elsewhere. Whatever passes here is freed of
/// secrets and cannot become a command.
package struct Voice: Sendable {
    package enum Style: Sendable, Equatable {
        case github
        case terminal(Looks)
    }

    let style: Style
    let console: any Console
    let secrets: KnownSecrets
    /// What the title of every annotation begins with, for a job may deploy many; `nil`: nobody knows the function yet.
    let functionName: String?

    package init(style: Style, console: any Console, secrets: KnownSecrets, functionName: String?) {
        self.style = style
        self.console = console
        self.secrets = secrets
        self.functionName = functionName
    }

    func speak(_ sentence: Sentence) {
        switch sentence {
        case .said(let text): say(text)
        case .detail(let text): say("  " + text)
        case .quoted(let text): quote(.supplied(text))
        case .warning(let title, let text): warn(title: title, text)
        }
    }

    /// A line of our own; what others wrote may be part of it.
    func say(_ text: Wording) {
        write(text, indent: style == .github ? "" : "  ")
    }

    /// A line that belongs to no step: what the run is about, and what came of it.
    package func head(_ text: Wording) {
        write(text, indent: "")
    }

    /// What is going on while nothing happens. Where it cannot be shown, it is left out.
    func live(_ text: Wording) {
        guard hasLiveLine else { return }
        console.show(live: "  " + clean(text).joined(separator: " "))
    }

    var hasLiveLine: Bool {
        if case .terminal(let looks) = style { looks.hasLiveLine } else { false }
    }

    package var isTerminal: Bool { style != .github }

    /// What was asked for, for whatever reads it.
    /// - Returns: `false`: nobody reads it any more.
    @discardableResult func hand(over text: String) -> Bool {
        console.write(result: text)
    }

    /// The same for people, line by line.
    func hand(over text: Wording) -> Bool {
        clean(text).allSatisfy { console.write(result: $0) }
    }

    /// Text that somebody else wrote, set apart.
    func quote(_ text: Wording) {
        write(text, indent: style == .github ? "| " : "  | ")
    }

    /// What came of the step whose group has just ended: it is seen where the group is folded.
    func result(_ text: Wording) {
        write(text, indent: "  ")
    }

    /// What those shall know who read nothing else.
    func announce(title: String, _ text: Wording) {
        if isTerminal {
            for line in clean(text) { console.write(paint(line, .green)) }
        } else {
            annotate(title, text) { .notice(title: $0, message: $1) }
        }
    }

    /// For who looks for a fault: the runner shows it with debug logging only.
    package func debug(_ attempt: AWSTry) {
        for line in clean(attempt.debugWording) {
            console.write(style == .github ? WorkflowCommand.debug(line).line : "debug: \(line)")
        }
    }

    func warn(title: String, _ text: Wording) {
        annotate(title, text) { .warning(title: $0, message: $1) }
    }

    /// What is wrong in a terminal, where it needs no title: the first line says it.
    package func complain(_ text: Wording) {
        for (index, line) in clean(text).enumerated() {
            console.write(index == 0 ? paint("error: \(line)", .red) : "  \(line)")
        }
    }

    package func fail(title: String, _ text: Wording) {
        annotate(title, text) { .error(title: $0, message: $1) }
    }

    func group(_ title: String) {
        console.write(style == .github ? WorkflowCommand.group(title: title).line : paint(title, .bold))
    }

    /// Keeps these out of all that is said from here on.
    package func keepSecret(_ values: [String]) {
        secrets.keep(values)
    }

    /// Has the runner hide these as well, from the whole job: for what nobody but us has.
    package func mask(_ values: [String]) {
        keepSecret(values)
        guard style == .github else { return }
        for part in values.flatMap(hiddenParts(of:)) { console.write(WorkflowCommand.addMask(part).line) }
    }

    func endGroup() {
        if style == .github { console.write(WorkflowCommand.endGroup.line) }
    }

    private func write(_ text: Wording, indent: String) {
        for line in clean(text) { console.write(indent + line) }
    }

    private func annotate(_ title: String, _ text: Wording, _ command: (String, String) -> WorkflowCommand) {
        let title = clean(.ours(functionName.map { "\($0): \(title)" } ?? title.capitalFirst)).joined(separator: " ")
        let lines = clean(text)
        switch style {
        case .github:
            console.write(command(title, lines.joined(separator: "\n")).line)
        case .terminal:
            let (prefix, paint) = command("", "").inTerminal
            console.write(self.paint(prefix + title, paint))
            for line in lines { console.write("  " + line) }
        }
    }

    private func clean(_ text: Wording) -> [String] {
        let text = isTerminal ? text.mapOurs(Terms.inTerminal) : text
        return harmless(secrets.redact(text), limits: Self.limits)
    }

    private func paint(_ text: String, _ paint: Paint) -> String {
        guard case .terminal(let looks) = style, looks.hasColours else { return text }
        return "\u{1B}[\(paint.rawValue)m\(text)\u{1B}[0m"
    }

    private static let limits = TextLimits(lines: 200, lineLength: 2000)
}

extension WorkflowCommand {
    /// What stands before an annotation's title, and how both look.
    fileprivate var inTerminal: (prefix: String, paint: Paint) {
        switch self {
        case .error: ("error: ", .red)
        case .warning: ("warning: ", .yellow)
        default: ("", .bold)
        }
    }
}

/// Source: https://ecma-international.org/publications-and-standards/standards/ecma-48/ (8.3.117, SGR)
private enum Paint: String {
    case bold = "1"
    case red = "1;31"
    case green = "1;32"
    case yellow = "1;33"
}
