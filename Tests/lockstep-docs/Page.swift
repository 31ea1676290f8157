/// A page of which some parts are written from the definitions; all else on it stays.
package struct Page {
    /// From the repository's root.
    package let name: String
    private let parts: [Part]

    package static func all() throws -> [Page] {
        let inputs = try Entry.inputs()
        let outputs = Entry.outputs
        return [
            Page(name: "action.yml", parts: [.section("inputs", inputs), .section("outputs", outputs)]),
            Page(name: "README.md", parts: [.block("usual inputs", try InputTable.usual(inputs))]),
            Page(name: "docs/inputs.md", parts: [.block("inputs", try InputTable(inputs).lines)]),
            Page(name: "docs/outputs.md", parts: [.table("Output", outputs)]),
            Page(
                name: "docs/permissions.md",
                parts: [
                    .block("trust policy", FullPolicy.trustLines),
                    .block("policy for the quick start", try FullPolicy.quickStartLines()),
                    .block("policy for plans", try FullPolicy.planLines()),
                    .block("policy for rollbacks", try FullPolicy.rollbackLines()),
                    .block("policy", try FullPolicy.lines()),
                ]),
            Page(
                name: "docs/troubleshooting.md",
                parts: [
                    .block("errors by AWS's words", ErrorTable.byWords),
                    .block("errors by AWS's code", ErrorTable.byCode),
                ]),
            Page(name: "docs/traffic.md", parts: [.block("policy for CodeDeploy", try FullPolicy.codeDeployLines())]),
        ]
    }

    /// The page's text with its parts as they should be.
    package func written(over text: String) throws -> String {
        var lines = text.split(separator: "\n", omittingEmptySubsequences: false)
        for part in parts {
            guard let start = lines.firstIndex(of: part.before[...]).map({ $0 + 1 }),
                let end = lines[start...].firstIndex(where: part.isAfter)
            else { throw MissingPart(page: name, line: part.before) }
            lines.replaceSubrange(start..<end, with: part.lines.map { $0[...] })
        }
        return lines.joined(separator: "\n")
    }
}

private struct Part {
    let before: String
    let lines: [String]
    /// Of the first line that stands after the part.
    let isAfter: (Substring) -> Bool

    static func section(_ key: String, _ entries: [Entry]) -> Part {
        Part(before: "\(key):", lines: entries.flatMap(\.inAction), isAfter: \.isEmpty)
    }

    static func block(_ mark: String, _ lines: [String]) -> Part {
        Part(before: "<!-- \(mark) -->", lines: lines) { $0 == "<!-- /\(mark) -->" }
    }

    static func table(_ title: String, _ entries: [Entry]) -> Part {
        let mark = "\(title.lowercased())s"
        let head = ["| \(title) | What it is |", "|---|---|"]
        return Part(before: "<!-- \(mark) -->", lines: head + entries.map(\.inTable)) { $0 == "<!-- /\(mark) -->" }
    }
}

private struct MissingPart: Error {
    let page: String
    let line: String
}
