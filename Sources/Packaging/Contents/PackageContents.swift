/// What a package holds, as far as it can be judged without running it.
package struct PackageContents: Sendable {
    package let entries: [PackageEntry]
    /// Whether a zip was given, whose bytes are passed on as they are.
    package let isFinishedZip: Bool
    /// The names of the classes in each jar in lib/, from the jar's own list; nil for one that could not be read.
    package let jars: [String: Set<String>?]
    /// By the bytes of the path, since Swift holds different bytes of one text for equal and a disk does not.
    private let places: [[UInt8]: Int]

    package init(entries: [PackageEntry], isFinishedZip: Bool, jars: [String: Set<String>?]) {
        self.entries = entries
        self.isFinishedZip = isFinishedZip
        self.jars = jars
        places = Dictionary(entries.indices.map { (Array(entries[$0].path.utf8), $0) }) { _, last in last }
    }

    enum Found {
        case file(PackageEntry)
        /// A link leads to where nobody can look from here.
        case elsewhere
    }

    /// The file at a path, with links followed as Linux does; nil if there is none, and nobody says that it is elsewhere.
    func find(_ path: String) -> Found? {
        var ahead = path.split(separator: "/").map(String.init)
        var place: [String] = []
        for _ in 0...LinkChain.mostLinks {
            switch walk(&place, &ahead) {
            case .arrived(let found): return found
            case .link(nil): return .elsewhere
            case .link(let target?):
                if target.hasPrefix("/") { return .elsewhere }
                ahead = target.split(separator: "/").map(String.init) + ahead
            }
        }
        return nil
    }

    private enum Step {
        case arrived(Found?)
        case link(target: String?)
    }

    private func walk(_ place: inout [String], _ ahead: inout [String]) -> Step {
        while !ahead.isEmpty {
            let name = ahead.removeFirst()
            if name == "." { continue }
            if name == ".." {
                if place.popLast() == nil { return .arrived(.elsewhere) }
                continue
            }
            place.append(name)
            // A zip need not list its directories.
            guard let entry = entry(at: place.joined(separator: "/")) else { continue }
            switch entry.kind {
            case .directory: continue
            case .file: return .arrived(ahead.isEmpty ? .file(entry) : nil)
            case .link(let target):
                place.removeLast()
                return .link(target: target)
            }
        }
        return .arrived(nil)
    }

    private func entry(at path: String) -> PackageEntry? {
        places[Array(path.utf8)].map { entries[$0] }
    }
}

extension PackageContents {
    /// Everything but directories, and but what a Mac puts beside them.
    var files: some Collection<PackageEntry> {
        entries.lazy.filter { entry in
            entry.kind != .directory && !entry.path.utf8.starts(with: "__MACOSX/".utf8) && entry.name != ".DS_Store"
        }
    }

    /// Whether there is a file whose path begins and ends so.
    func holdsFile(from beginning: String, to end: String) -> Bool {
        entries.contains { entry in
            entry.kind != .directory && entry.path.utf8.count >= beginning.utf8.count + end.utf8.count
                && entry.path.utf8.starts(with: beginning.utf8) && entry.path.utf8.hasSuffix(end)
        }
    }
}
