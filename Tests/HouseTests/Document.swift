import FoundationEssentials

/// A page of Markdown in this repository.
struct Document {
    /// From the repository's root, for example `docs/inputs.md`.
    let path: String
    let text: String

    init(_ path: String) throws {
        self.path = path
        text = try String(contentsOf: Repository.current.root.appending(path: path), encoding: .utf8)
    }

    /// Those that people read: the README, the pages of docs, and what GitHub shows of a project.
    static func paths() throws -> [String] {
        let files = FileManager.default
        let root = Repository.current.root
        let docs = try files.contentsOfDirectory(atPath: root.appending(path: "docs").path)
        let usual = ["README.md", "SECURITY.md", "CHANGELOG.md", ".github/CONTRIBUTING.md"]
        return usual.filter { files.fileExists(atPath: root.appending(path: $0).path) }
            + docs.filter { $0.hasSuffix(".md") }.sorted().map { "docs/\($0)" }
    }

    /// What stands in backquotes.
    var quoted: [Substring] {
        text.split(separator: "`", omittingEmptySubsequences: false).enumerated()
            .filter { $0.offset % 2 == 1 }.map(\.element)
    }

    /// Where its links within the repository lead, and to which heading, if to one.
    var links: [Link] {
        let folder = path.split(separator: "/").dropLast().map(String.init)
        return prose.split(separator: "](").dropFirst().map { $0.prefix { $0 != ")" } }
            .filter { !$0.contains(":") }.map { Link($0, on: path, in: folder) }
    }

    /// The names by which GitHub links to its headings.
    var anchors: [String] {
        var seen: [String: Int] = [:]
        return prose.split(separator: "\n").compactMap { line -> String? in
            let hashes = line.prefix { $0 == "#" }.count
            guard (1...6).contains(hashes), line.dropFirst(hashes).first == " " else { return nil }
            let name = Self.anchor(line.dropFirst(hashes + 1))
            defer { seen[name, default: 0] += 1 }
            return seen[name].map { "\(name)-\($0)" } ?? name
        }
    }

    /// As GitHub makes it: in small letters, without punctuation, blanks as dashes.
    static func anchor(_ heading: Substring) -> String {
        String(
            heading.lowercased().compactMap { letter -> Character? in
                if letter == " " { return "-" }
                return letter.isLetter || letter.isNumber || "-_".contains(letter) ? letter : nil
            })
    }

    /// All but the fenced blocks, in which nothing is a link or a heading.
    private var prose: String {
        var isInBlock = false
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false).filter { line in
            guard line.drop(while: { $0 == " " }).hasPrefix("```") else { return !isInBlock }
            isInBlock.toggle()
            return false
        }
        return lines.joined(separator: "\n")
    }
}

struct Link {
    let path: String
    let anchor: String?

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
