import GitHubActions

/// How the story is told: with the runner's commands on GitHub, without them elsewhere. Whatever passes here is freed of
/// secrets and cannot become a command.
struct Voice: Sendable {
    enum Style: Sendable {
        case github, terminal
    }

    let style: Style
    let console: any Console
    let redactor: Redactor

    func speak(_ sentence: Sentence) {
        switch sentence {
        case .said(let text): say(text)
        case .quoted(let text): quote(text)
        case .warning(let title, let text): warn(title: title, text)
        }
    }

    /// A line of our own; what others wrote may be part of it.
    func say(_ text: String) {
        write(text, indent: style == .github ? "" : "  ")
    }

    /// Text that somebody else wrote, set apart.
    func quote(_ text: String) {
        write(text, indent: style == .github ? "| " : "  | ")
    }

    func warn(title: String, _ text: String) {
        annotate(.warning, title, text)
    }

    func fail(title: String, _ text: String) {
        annotate(.error, title, text)
    }

    func group(_ title: String) {
        console.write(style == .github ? WorkflowCommand.group(title: title).line : title)
    }

    func endGroup() {
        if style == .github { console.write(WorkflowCommand.endGroup.line) }
    }

    private func write(_ text: String, indent: String) {
        for line in clean(text) { console.write(indent + line) }
    }

    private func annotate(_ level: WorkflowCommand.Level, _ title: String, _ text: String) {
        let title = clean(title).joined(separator: " ")
        let lines = clean(text)
        switch style {
        case .github:
            console.write(
                WorkflowCommand.annotation(level, title: title, message: lines.joined(separator: "\n")).line)
        case .terminal:
            console.write("\(level.rawValue): \(title)")
            for line in lines { console.write("  " + line) }
        }
    }

    private func clean(_ text: String) -> [String] {
        harmless(redactor.redact(text), lineLimit: 200)
    }
}
