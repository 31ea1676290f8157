import FoundationEssentials
import Testing
import Worlds

/// What a person sees of a run on GitHub without unfolding anything: the log, and below it the annotations.
struct FoldedLog {
    private(set) var lines: [String] = []
    private var annotations: [String] = []
    private var isFolded = false

    init(_ run: Run) {
        for line in run.log { read(line.replacing(Fixture.zip, with: "package.zip")) }
    }

    var text: String {
        let notes = annotations.isEmpty ? [] : ["", "Annotations:"] + annotations
        return (lines + notes).joined(separator: "\n") + "\n"
    }

    private mutating func read(_ line: String) {
        if let title = line.after("::group::") {
            lines.append("▸ \(title)")
            isFolded = true
        } else if line == "::endgroup::" {
            isFolded = false
        } else if let (level, title, message) = annotation(line) {
            annotations.append("\(level.capitalized): \(title)")
            annotations += message.map { "    \($0)" }
            if !isFolded { lines += ["\(level.capitalized): \(message[0])"] + message.dropFirst() }
        } else if !isFolded, !line.hasPrefix("::") {
            lines.append(line)
        }
    }

    private func annotation(_ line: String) -> (level: String, title: String, message: [String])? {
        guard let level = ["error", "warning", "notice"].first(where: { line.hasPrefix("::\($0) title=") }),
            let rest = line.after("::\(level) title="), let end = rest.firstRange(of: "::")
        else { return nil }
        let message = unescaped(String(rest[end.upperBound...])).split(
            separator: "\n", omittingEmptySubsequences: false)
        return (level, unescaped(String(rest[..<end.lowerBound])), message.map(String.init))
    }

    private func unescaped(_ text: String) -> String {
        [("%3A", ":"), ("%2C", ","), ("%0A", "\n"), ("%25", "%")].reduce(text) { $0.replacing($1.0, with: $1.1) }
    }
}

extension String {
    fileprivate func after(_ start: String) -> String? {
        hasPrefix(start) ? String(dropFirst(start.count)) : nil
    }
}

/// The texts as they were last agreed on, in Tests/FoldedLogs.
enum KeptLog {
    static func url(_ name: String) -> URL {
        URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .appending(path: "FoldedLogs/\(name).txt")
    }

    static func text(_ name: String) throws -> String {
        try String(contentsOf: url(name), encoding: .utf8)
    }
}
