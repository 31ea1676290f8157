import FoundationEssentials

/// The sources of this project as they lie on the disk.
struct Repository {
    let root: URL

    /// The repository this very file belongs to.
    static let current = Repository(
        root: URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent())

    /// Each module of Sources that has Swift files, by the name of its folder.
    func modules() throws -> Set<String> {
        try Set(swiftFiles(in: "Sources").map(\.module))
    }

    func swiftFiles(in folder: String) throws -> [SwiftFile] {
        let paths = try FileManager.default.subpathsOfDirectory(atPath: root.appending(path: folder).path)
        return try paths.filter { $0.hasSuffix(".swift") }.sorted().map { path in
            let text = try String(contentsOf: root.appending(path: folder).appending(path: path), encoding: .utf8)
            return SwiftFile(path: "\(folder)/\(path)", text: text)
        }
    }
}

struct SwiftFile {
    /// From the repository's root, for example `Sources/HTTP/HTTPRequest.swift`.
    let path: String
    let text: String

    var module: String {
        String(path.split(separator: "/")[1])
    }

    var lines: [Substring] {
        let unended = text.hasSuffix("\n") ? text.dropLast() : text[...]
        return unended.split(separator: "\n", omittingEmptySubsequences: false)
    }

    /// The modules named by `import` lines, whatever stands before or after: attributes, access, a kind, a member.
    var imports: [String] {
        lines.compactMap { line in
            let words = line.split(separator: " ")
            guard let keyword = words.firstIndex(of: "import"),
                words[..<keyword].allSatisfy({ $0.hasPrefix("@") || Self.accessLevels.contains($0) })
            else { return nil }
            let named = words[(keyword + 1)...].first { !Self.kinds.contains($0) }
            return named?.split(separator: ".").first.map(String.init)
        }
    }

    private static let accessLevels: Set<Substring> = ["private", "fileprivate", "internal", "package", "public"]
    private static let kinds: Set<Substring> = [
        "struct", "class", "enum", "protocol", "typealias", "func", "let", "var", "actor",
    ]
}
