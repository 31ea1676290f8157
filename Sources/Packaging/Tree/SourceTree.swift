/// What of a directory is packaged, in the order in which it is.
struct SourceTree {
    /// Sorted by the bytes of their paths, so that neither the disk's order nor a locale's shows; parents come first.
    let entries: [SourceEntry]
    /// What each line left out, of those that left out anything.
    let leftOut: [LeftOut]

    /// What the files will amount to at least when they are unpacked: what becomes of Python's bytecode is found out later.
    var certainBytes: Int {
        entries.reduce(0) { $0 + ($1.path.utf8.hasSuffix(".pyc") ? 0 : $1.kind.size) }
    }

    var sizedFiles: [SizedFile] {
        entries.filter { $0.kind != .directory }.map { SizedFile(path: $0.path, bytes: $0.kind.size) }
    }

    /// Reads the names, not the files.
    static func scan(_ directory: SourceDirectory) throws(PackagingFailure) -> SourceTree {
        let root = directory.path
        guard try FileStatus(of: root).kind == .directory else {
            throw .unfitDirectory(path: root, .notADirectory)
        }
        let exclusion = Exclusion(list: try IgnoreList(of: root), input: directory.exclude)
        var reading = TreeReading(directory, exclusion)
        let entries = try reading.entries().sorted { $0.path.isBefore($1.path) }
        guard reading.unfit.isEmpty else {
            let sorted = reading.unfit.sorted { $0.path.isBefore($1.path) }
            throw .unfitDirectory(path: root, .unfitEntries(sorted))
        }
        let leftOut = reading.leftOut.filter { $0.files + $0.directories > 0 }
        guard entries.contains(where: { $0.kind != .directory }) else {
            throw .unfitDirectory(path: root, .empty(isAnythingLeftOut: !leftOut.isEmpty))
        }
        return SourceTree(entries: entries, leftOut: leftOut)
    }
}
