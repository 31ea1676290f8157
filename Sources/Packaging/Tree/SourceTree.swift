/// What a directory holds, in the order in which it is packaged.
struct SourceTree {
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
        var scan = TreeScan(root: root)
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
