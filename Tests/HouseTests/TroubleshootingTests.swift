import FoundationEssentials
import Testing
import lockstep_docs

/// Whoever searches for the title of an error or a warning finds its heading.
@Suite struct TroubleshootingTests {
    @Test(arguments: [("Diagnosis", 60), ("Sentences", 20)])
    func everyTitleHasItsHeading(folder: String, least: Int) throws {
        let headings = try Document("docs/troubleshooting.md").headings
        let titles = try Repository.current.swiftFiles(in: "Sources/Reporting/\(folder)").flatMap(\.titles)
        #expect(titles.count > least)
        for title in titles {
            #expect(headings.contains { title.isNamed(in: $0) }, "no heading for \(title.parts)")
        }
    }

    @Test(arguments: [
        ("alarm \\(name) fired", "alarm NAME fired", true), ("alarm \\(name) fired", "alarm NAME is firing", false),
        ("cancelled", "cancelled", true), ("a \\(f(x)) b", "a N b", true), ("cancelled", "superseded", false),
    ])
    func whatIsToldOfACaseIsAnythingInItsHeading(literal: String, heading: String, isNamed: Bool) {
        #expect(Title(literal[...]).isNamed(in: heading[...]) == isNamed)
    }

    @Test func titlesAreSeenWhereverTheyAreMade() {
        let code = """
            title: "one", happened: "no"
            title:
                "two"
            title: isSo ? "three" : "four",
            cause: "five", cure: "no")
            var title: String {
                case .a: "six"
            }
            """
        let titles = SwiftFile(path: "Sources/A/B.swift", text: code).titles.map { $0.parts.joined() }
        #expect(titles == ["one", "two", "three", "four", "five", "six"])
    }
}

/// A text in the sources, parted where something is put in.
private struct Title {
    let parts: [String]

    init(_ literal: Substring) {
        var parts = [""]
        var depth = 0
        var before: Character = " "
        for letter in literal {
            if depth > 0 {
                depth += letter == "(" ? 1 : letter == ")" ? -1 : 0
            } else if before == "\\", letter == "(" {
                parts[parts.count - 1].removeLast()
                parts.append("")
                depth = 1
            } else {
                parts[parts.count - 1].append(letter)
            }
            before = letter
        }
        self.parts = parts.map { part in part.last == " " ? String(part.dropLast()) : part }
    }

    func isNamed(in heading: Substring) -> Bool {
        var rest = heading.utf8
        for part in parts where !part.isEmpty {
            guard let found = rest.firstRange(of: part.utf8) else { return false }
            rest = rest[found.upperBound...]
        }
        return true
    }
}

extension SwiftFile {
    /// The texts that are titles: behind `title:` or `cause:`, and in a property that is one.
    fileprivate var titles: [Title] {
        var isInProperty = false
        var isAwaited = false
        return lines.flatMap { line -> [Title] in
            if line.contains("var title") {
                isInProperty = true
            } else if line.drop(while: { $0 == " " }) == "}" {
                isInProperty = false
            }
            defer { isAwaited = line.hasSuffix("title:") }
            if let texts = Self.text(after: "title: ", in: line) ?? Self.text(after: "cause: ", in: line) {
                guard !texts.hasPrefix("nil") else { return [] }
                return Self.literals(in: texts).prefix(texts.contains(" ? ") ? 2 : 1).map(Title.init)
            }
            return isInProperty || isAwaited ? Self.literals(in: line).suffix(1).map(Title.init) : []
        }
    }

    private static func text(after mark: String, in line: Substring) -> Substring? {
        line.firstRange(of: mark).map { line[$0.upperBound...] }
    }

    private static func literals(in line: Substring) -> [Substring] {
        line.split(separator: "\"", omittingEmptySubsequences: false).enumerated()
            .filter { $0.offset % 2 == 1 }.map(\.element)
    }
}
