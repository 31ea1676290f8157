import Glibc

/// A walk through a directory that reads names and kinds, and takes down what has no place in a package.
struct TreeScan {
    /// Enough for any function, and an end for a search that was started at the wrong place.
    private static let mostEntries = 200_000

    let root: String
    private(set) var entries: [SourceEntry] = []
    private(set) var unfit: [UnfitEntry] = []
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
        guard entries.count < Self.mostEntries else {
            throw .unfitDirectory(path: root, .tooManyEntries(limit: Self.mostEntries))
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
