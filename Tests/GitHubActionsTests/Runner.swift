/// The runner's reading of a line, after actions/runner (Runner.Common/ActionCommand.cs), as a judge of what we print.
struct Runner {
    struct Command: Equatable {
        var name: String
        var properties: [String: String]
        var data: String
    }

    /// How .NET may compare. By culture it passes over characters without weight; which ones is ICU's affair.
    enum Comparison: CaseIterable {
        case ordinal, ignoringInvisible, ignoringInvisibleAndMarks
    }

    let comparison: Comparison

    /// The commands in what a program printed: a line ends at LF, CRLF and a lone CR (.NET's StreamReader.ReadLine).
    func commands(in output: String) -> [Command] {
        output.unicodeScalars.split { $0 == "\n" || $0 == "\r" }.compactMap { command(in: seen($0)) }
    }

    private func seen(_ line: Substring.UnicodeScalarView) -> [Unicode.Scalar] {
        line.filter { scalar in
            let properties = scalar.properties
            switch (comparison, properties.generalCategory) {
            case (.ordinal, _): return true
            case (_, .control): return scalar == "\t"
            case (_, .format): return false
            case (.ignoringInvisibleAndMarks, .nonspacingMark), (.ignoringInvisibleAndMarks, .enclosingMark),
                (.ignoringInvisibleAndMarks, .unassigned):
                return false
            default: return !properties.isDefaultIgnorableCodePoint
            }
        }
    }

    private func command(in line: [Unicode.Scalar]) -> Command? {
        newCommand(Array(line.drop(while: \.properties.isWhitespace))) ?? oldCommand(line)
    }

    /// `::name key=value,key=value::data`
    private func newCommand(_ line: [Unicode.Scalar]) -> Command? {
        guard line.starts(with: "::".unicodeScalars) else { return nil }
        let rest = Array(line.dropFirst(2))
        guard let end = rest.firstRange(of: Array("::".unicodeScalars)) else { return nil }
        return command(rest[..<end.lowerBound], data: rest[end.upperBound...], separator: ",", unescape: Self.new)
    }

    /// `##[name key=value;key=value]data`, anywhere.
    private func oldCommand(_ line: [Unicode.Scalar]) -> Command? {
        guard let start = line.firstRange(of: Array("##[".unicodeScalars)) else { return nil }
        let rest = Array(line[start.upperBound...])
        guard let end = rest.firstIndex(of: "]") else { return nil }
        return command(rest[..<end], data: rest[(end + 1)...], separator: ";", unescape: Self.old)
    }

    private func command(
        _ head: ArraySlice<Unicode.Scalar>, data: ArraySlice<Unicode.Scalar>, separator: Unicode.Scalar,
        unescape: (data: [(String, String)], property: [(String, String)])
    ) -> Command? {
        let name = head.prefix { $0 != " " }
        guard Self.registered.contains(text(name).lowercased()) else { return nil }
        var command = Command(name: text(name), properties: [:], data: replace(text(data), unescape.data))
        for pair in head.dropFirst(name.count + 1).split(separator: separator) {
            let parts = pair.split(separator: "=", maxSplits: 1)
            if parts.count == 2 { command.properties[text(parts[0])] = replace(text(parts[1]), unescape.property) }
        }
        return command
    }

    private static let registered: Set<String> = [
        "set-env", "set-output", "save-state", "add-path", "add-mask", "add-matcher", "remove-matcher", "warning",
        "error", "notice", "debug", "group", "endgroup", "echo", "stop-commands",
    ]

    private static let lineEnds = [("%0D", "\r"), ("%0A", "\n")]
    private static let new = (
        data: lineEnds + [("%25", "%")], property: lineEnds + [("%3A", ":"), ("%2C", ","), ("%25", "%")]
    )
    private static let old = (
        data: [("%3B", ";")] + lineEnds + [("%5D", "]"), ("%25", "%")],
        property: [("%3B", ";")] + lineEnds + [("%5D", "]"), ("%25", "%")]
    )

    private func text(_ scalars: ArraySlice<Unicode.Scalar>) -> String {
        var view = String.UnicodeScalarView()
        view.append(contentsOf: scalars)
        return String(view)
    }

    private func replace(_ text: String, _ pairs: [(String, String)]) -> String {
        pairs.reduce(Array(text.unicodeScalars)) { text, pair in
            text.replacing(Array(pair.0.unicodeScalars), with: Array(pair.1.unicodeScalars))
        }.reduce(into: "") { $0.unicodeScalars.append($1) }
    }
}
