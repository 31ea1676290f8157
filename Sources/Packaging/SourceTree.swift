import Glibc

/// What a directory holds, in the order in which it is packaged.
struct SourceTree {
    /// Enough for any function, and an end for a search that was started at the wrong place.
    static let mostEntries = 200_000

    let root: String
    /// Sorted by the bytes of their paths, so that neither the disk's order nor a locale's shows; parents come first.
    let entries: [SourceEntry]

    /// What the files will amount to when they are unpacked.
    var unpackedBytes: Int {
        entries.reduce(0) { $0 + $1.kind.size }
    }

    /// Reads the names, not the files.
    static func scan(_ root: String) throws(PackagingFailure) -> SourceTree {
        guard try FileStatus(of: root).kind == .directory else {
            throw .unfitDirectory(path: root, .notADirectory)
        }
        var scan = Scan(root: root)
        try scan.run()
        let entries = scan.entries.sorted { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }
        let unfit = scan.unfit + unfitLinks(among: entries)
        guard unfit.isEmpty else {
            let sorted = unfit.sorted { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }
            throw .unfitDirectory(path: root, .unfitEntries(sorted))
        }
        guard entries.contains(where: { $0.kind != .directory }) else { throw .unfitDirectory(path: root, .empty) }
        return SourceTree(root: root, entries: entries)
    }
}

/// A file, link or directory of the tree.
struct SourceEntry {
    enum Kind: Equatable {
        case directory
        case file(size: Int, isExecutable: Bool)
        case link(target: String)

        var size: Int {
            switch self {
            case .directory: 0
            case .file(let size, _): size
            case .link(let target): target.utf8.count
            }
        }
    }

    /// Relative to the root, with slashes.
    let path: String
    let kind: Kind
}

private struct Scan {
    let root: String
    var entries: [SourceEntry] = []
    var unfit: [UnfitEntry] = []
    /// Directories that have been seen and not looked into.
    private var waiting = [""]

    init(root: String) {
        self.root = root
    }

    mutating func run() throws(PackagingFailure) {
        while let directory = waiting.popLast() {
            for name in try names(in: directory) {
                try take(directory.isEmpty ? name : "\(directory)/\(name)")
            }
        }
    }

    private mutating func take(_ path: String) throws(PackagingFailure) {
        guard entries.count < SourceTree.mostEntries else {
            throw .unfitDirectory(path: root, .tooManyEntries(limit: SourceTree.mostEntries))
        }
        let status = try FileStatus(ofLinkOrFile: "\(root)/\(path)")
        switch status.kind {
        case .directory:
            entries.append(SourceEntry(path: path, kind: .directory))
            waiting.append(path)
        case .file:
            let kind = SourceEntry.Kind.file(size: status.size, isExecutable: status.isExecutable)
            entries.append(SourceEntry(path: path, kind: kind))
        case .link: try takeLink(path)
        case .pipe, .socket, .device: unfit.append(UnfitEntry(path: path, why: .notAFile))
        }
    }

    private mutating func takeLink(_ path: String) throws(PackagingFailure) {
        if let target = try linkTarget(of: "\(root)/\(path)") {
            entries.append(SourceEntry(path: path, kind: .link(target: target)))
        } else {
            unfit.append(UnfitEntry(path: path, why: .nameIsNotUTF8))
        }
    }

    /// The names in a directory that are UTF-8; of the others only that they are there.
    private mutating func names(in directory: String) throws(PackagingFailure) -> [String] {
        let path = directory.isEmpty ? root : "\(root)/\(directory)"
        guard let stream = opendir(path) else { throw .unopened(path: path, errno: errno) }
        defer { closedir(stream) }
        var names: [String] = []
        while let entry = readdir(stream) {
            let (name, isUTF8) = text(of: entry)
            if name == "." || name == ".." { continue }
            if isUTF8 {
                names.append(name)
            } else {
                unfit.append(UnfitEntry(path: directory.isEmpty ? name : "\(directory)/\(name)", why: .nameIsNotUTF8))
            }
        }
        return names
    }

    private func text(of entry: UnsafeMutablePointer<dirent>) -> (name: String, isUTF8: Bool) {
        withUnsafePointer(to: &entry.pointee.d_name) { tuple in
            tuple.withMemoryRebound(to: CChar.self, capacity: MemoryLayout.size(ofValue: tuple.pointee)) { name in
                String(validatingCString: name).map { ($0, true) } ?? (String(cString: name), false)
            }
        }
    }

    /// - Returns: nil for a target that is not UTF-8.
    private func linkTarget(of path: String) throws(PackagingFailure) -> String? {
        let buffer = UnsafeMutablePointer<CChar>.allocate(capacity: Int(PATH_MAX))
        defer { buffer.deallocate() }
        let count = readlink(path, buffer, Int(PATH_MAX))
        guard count >= 0 else { throw .unopened(path: path, errno: errno) }
        return String(validating: UnsafeBufferPointer(start: buffer, count: count), as: UTF8.self)
    }
}
