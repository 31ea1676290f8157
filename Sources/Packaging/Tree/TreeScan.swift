import Glibc

/// A walk through a directory that reads names and kinds, and takes down what has no place in a package.
struct TreeScan {
    /// Enough for any function, and an end for a search that was started at the wrong place.
    private static let mostEntries = 200_000

    let root: String
    private let exclusion: Exclusion
    private(set) var entries: [SourceEntry] = []
    private(set) var unfit: [UnfitEntry] = []
    /// For each of the exclusion's rules what it left out.
    private(set) var leftOut: [LeftOut]
    /// Directories that have been seen and not looked into.
    private var waiting = [""]

    init(root: String, exclusion: Exclusion) {
        self.root = root
        self.exclusion = exclusion
        leftOut = exclusion.rules.map { LeftOut(line: $0.pattern.text, source: $0.source) }
    }

    mutating func run() throws(PackagingFailure) {
        while let directory = waiting.popLast() {
            for name in try names(in: directory) {
                try take(directory.isEmpty ? name : "\(directory)/\(name)")
            }
        }
    }

    private mutating func take(_ path: String) throws(PackagingFailure) {
        let status = try FileStatus(ofLinkOrFile: "\(root)/\(path)")
        guard !leaveOut(Array(path.utf8), isDirectory: status.kind == .directory) else { return }
        guard entries.count < Self.mostEntries else {
            throw .unfitDirectory(path: root, .tooManyEntries(limit: Self.mostEntries))
        }
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

    private mutating func leaveOut(_ path: [UInt8], isDirectory: Bool) -> Bool {
        guard let rule = exclusion.rule(leavingOut: path, isDirectory: isDirectory) else { return false }
        if isDirectory { leftOut[rule].directories += 1 } else { leftOut[rule].files += 1 }
        return true
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
            let bytes = bytes(of: entry)
            if [[dot], [dot, dot]].contains(bytes) { continue }
            if let name = String(validating: bytes, as: UTF8.self) {
                names.append(name)
            } else {
                takeUnreadable(bytes, entry.pointee.d_type == DT_DIR, in: directory)
            }
        }
        return names
    }

    private mutating func takeUnreadable(_ name: [UInt8], _ isDirectory: Bool, in directory: String) {
        let place = directory.isEmpty ? [] : Array("\(directory)/".utf8)
        guard !leaveOut(place + name, isDirectory: isDirectory) else { return }
        unfit.append(UnfitEntry(path: String(decoding: place + name, as: UTF8.self), why: .nameIsNotUTF8))
    }

    private func bytes(of entry: UnsafeMutablePointer<dirent>) -> [UInt8] {
        withUnsafePointer(to: &entry.pointee.d_name) { tuple in
            tuple.withMemoryRebound(to: UInt8.self, capacity: MemoryLayout.size(ofValue: tuple.pointee)) { name in
                Array(UnsafeBufferPointer(start: name, count: strlen(name)))
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

private let dot = UInt8(ascii: ".")
