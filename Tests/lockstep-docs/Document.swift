import FoundationEssentials

/// A page of Markdown in this repository.
package struct Document {
    /// From the repository's root, for example `docs/inputs.md`.
    package let path: String
    package let text: String

    package init(_ path: String) throws {
        self.path = path
        text = try String(contentsOf: Self.root.appending(path: path), encoding: .utf8)
    }

    /// Those that people read: the README, the pages of docs, and what GitHub shows of a project.
    package static func paths() throws -> [String] {
        let files = FileManager.default
        let docs = try files.contentsOfDirectory(atPath: Self.root.appending(path: "docs").path)
        let usual = ["README.md", "SECURITY.md", "CHANGELOG.md", ".github/CONTRIBUTING.md"]
        return usual.filter { files.fileExists(atPath: Self.root.appending(path: $0).path) }
            + docs.filter { $0.hasSuffix(".md") }.sorted().map { "docs/\($0)" }
    }

    /// What stands in backquotes.
    package var quoted: [Substring] {
        text.split(separator: "`", omittingEmptySubsequences: false).enumerated()
            .filter { $0.offset % 2 == 1 }.map(\.element)
    }

    /// Where its links within the repository lead, and to which heading, if to one.
    package var links: [Link] {
        let folder = path.split(separator: "/").dropLast().map(String.init)
        return prose.split(separator: "](").dropFirst().map { $0.prefix { $0 != ")" } }
            .filter { !$0.contains(":") }.map { Link($0, on: path, in: folder) }
    }

    /// The names by which GitHub links to its headings.
    package var anchors: [String] {
        var seen: [String: Int] = [:]
        return headings.map { heading in
            let name = Self.anchor(heading)
            defer { seen[name, default: 0] += 1 }
            return seen[name].map { "\(name)-\($0)" } ?? name
        }
    }

    /// What stands behind the hashes.
    package var headings: [Substring] {
        prose.split(separator: "\n").compactMap { line in
            let hashes = line.prefix { $0 == "#" }.count
            guard (1...6).contains(hashes), line.dropFirst(hashes).first == " " else { return nil }
            return line.dropFirst(hashes + 1)
        }
    }

    /// As GitHub makes it: in small letters, without punctuation, blanks as dashes.
    package static func anchor(_ heading: Substring) -> String {
        String(
            heading.lowercased().compactMap { letter -> Character? in
                if letter == " " { return "-" }
                return letter.isLetter || letter.isNumber || "-_".contains(letter) ? letter : nil
            })
    }

    /// All but the fenced blocks, in which nothing is a link or a heading.
    package var prose: String { parts.prose.joined(separator: "\n") }

    /// The lines of its fenced blocks that are for a shell, each with those that continue it.
    package var commandLines: [String] {
        parts.commands.joined(separator: "\n").split(separator: "\\\n").joined()
            .split(separator: "\n").map(String.init)
    }

    private var parts: (prose: [Substring], commands: [Substring]) {
        var (prose, commands): ([Substring], [Substring]) = ([], [])
        var language: Substring?
        for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
            let bare = line.drop { $0 == " " }
            if bare.hasPrefix("```") {
                language = language == nil ? bare.dropFirst(3) : nil
            } else if language == nil {
                prose.append(line)
            } else if ["", "sh", "yaml"].contains(language) {
                commands.append(bare)
            }
        }
        return (prose, commands)
    }

    private static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()
}

package struct Link {
    package let path: String
    package let anchor: String?

    init(_ target: Substring, on page: String, in folder: [String]) {
        let parts = target.split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false)
        anchor = parts.count > 1 ? String(parts[1]) : nil
        var steps = folder
        for step in parts[0].split(separator: "/") {
            if step == ".." { _ = steps.popLast() } else if step != "." { steps.append(String(step)) }
        }
        path = parts[0].isEmpty ? page : steps.joined(separator: "/")
    }
}
