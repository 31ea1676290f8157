/// A line that GitHub's runner carries out instead of showing it.
/// https://docs.github.com/actions/reference/workflows-and-actions/workflow-commands
package enum WorkflowCommand: Equatable, Sendable {
    /// An annotation; the runner sends the first ten of each kind in a step.
    ///
    /// The runner masks secrets in a message, **not in a title**: nothing that may hold one belongs there.
    case error(title: String, message: String)
    case warning(title: String, message: String)
    case notice(title: String, message: String)
    /// The runner shows it only where debug logging is on.
    case debug(String)
    /// What follows is folded under the title until ``endGroup``.
    case group(title: String)
    case endGroup
    /// From here on the runner shows `***` instead of the value, whoever prints it, and drops each output with it in it: only
    /// for what nobody else can need.
    case addMask(String)

    /// The command as one line, without its end. Nothing in a title or message can end it or begin another.
    package var line: String {
        switch self {
        case .error(let title, let message): Self.annotation("error", title, message)
        case .warning(let title, let message): Self.annotation("warning", title, message)
        case .notice(let title, let message): Self.annotation("notice", title, message)
        case .debug(let text): "::debug::\(Self.data(text.visible))"
        case .group(let title): "::group::\(Self.data(title.onOneLine))"
        case .endGroup: "::endgroup::"
        case .addMask(let value): "::add-mask::\(Self.data(value))"
        }
    }
}

extension WorkflowCommand {
    /// The runner cuts messages at 4096 UTF-16 units, in the middle of a character if need be, and says nothing.
    private static let longestMessage = 4_000
    /// https://docs.github.com/rest/checks/runs (title of an annotation)
    private static let longestTitle = 255

    private static func annotation(_ name: String, _ title: String, _ message: String) -> String {
        let title = title.onOneLine.cut(toUTF16: longestTitle)
        // An annotation without a message is dropped silently.
        let message = message.visible.isBlank ? "(no message)" : message.visible.cut(toUTF16: longestMessage)
        let properties = title.isBlank ? "" : " title=\(property(title))"
        return "::\(name)\(properties)::\(data(message))"
    }

    private static func data(_ text: String) -> String {
        escape(text) { scalar in
            switch scalar {
            case "%": "%25"
            case "\r": "%0D"
            case "\n": "%0A"
            default: nil
            }
        }
    }

    private static func property(_ text: String) -> String {
        escape(text) { scalar in
            switch scalar {
            case "%": "%25"
            case "\r": "%0D"
            case "\n": "%0A"
            case ":": "%3A"
            case ",": "%2C"
            default: nil
            }
        }
    }

    /// By scalars, since CR and LF side by side are one character to Swift.
    private static func escape(_ text: String, _ escaped: (Unicode.Scalar) -> String?) -> String {
        text.unicodeScalars.reduce(into: "") { result, scalar in
            if let escaped = escaped(scalar) {
                result += escaped
            } else {
                result.unicodeScalars.append(scalar)
            }
        }
    }
}

extension String {
    /// Lines joined by blanks, without what cannot be seen.
    fileprivate var onOneLine: String {
        lines(of: self).map(withoutInvisible).filter { !$0.isBlank }.joined(separator: " ").apart
    }

    /// Without what cannot be seen, its line ends as LF.
    fileprivate var visible: String {
        lines(of: self).map(withoutInvisible).joined(separator: "\n").apart
    }

    /// A mark at the beginning would sit on the `::` before it, and hide that from the runner's search by culture.
    /// So it gets a blank to sit on.
    private var apart: String {
        unicodeScalars.first.map(isMark) == true ? " \(self)" : self
    }
}
