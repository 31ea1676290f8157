/// The inputs as tables, one for each heading of `--help`, with type, default and meaning in columns of their own.
struct InputTable {
    let lines: [String]

    init(_ entries: [Entry]) throws {
        var groups: [(title: String, entries: [Entry])] = []
        for entry in entries {
            if groups.last?.title == entry.group {
                groups[groups.count - 1].entries.append(entry)
            } else {
                groups.append((entry.group, [entry]))
            }
        }
        lines = try groups.flatMap { try Self.table($0.title, $0.entries) }.dropLast()
    }

    /// Those that most workflows have, for the first page.
    static func usual(_ entries: [Entry]) throws -> [String] {
        let names = [
            "role-to-assume", "aws-region", "function-name", "code-artifacts-dir", "image-uri", "alias", "environment",
            "smoke-test-payload", "traffic", "alarms", "on-conflict", "mode",
        ]
        let rows = try names.map { name in
            guard let entry = entries.first(where: { $0.name == name }) else { throw NoInput(name: name) }
            return entry.inTable
        }
        return ["| Input | What it is |", "|---|---|"] + rows
    }

    private struct NoInput: Error {
        let name: String
    }

    private static func table(_ title: String, _ entries: [Entry]) throws -> [String] {
        let head = ["## \(title)", "", "| Input | Type | Default | Meaning |", "|---|---|---|---|"]
        let rows = try entries.map { entry in
            let meaning = Meaning(entry.description)
            return entry.row([try InputType.of(entry.name).rawValue, meaning.standard ?? "", meaning.text])
        }
        return head + rows + [""]
    }
}
