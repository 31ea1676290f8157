import Glibc

extension IgnoreList {
    /// The list at a directory's top; an empty one where there is none.
    init(of directory: String) throws(PackagingFailure) {
        let path = "\(directory)/\(Exclusion.listName)"
        var found = stat()
        if lstat(path, &found) != 0, errno == ENOENT {
            self = .empty
            return
        }
        let file = try OpenFile(reading: path, flags: 0)
        let status = try file.status()
        guard status.kind == .file else { throw .unreadable(path: path, reason: "it is not a file") }
        let most = Self.mostLines * Self.longestLine
        guard status.size <= most, let list = IgnoreList(try file.bytes(at: 0, count: status.size)) else {
            throw .listTooLong(path: path)
        }
        self = list
    }
}
