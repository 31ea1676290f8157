/// A walk through a directory that reads names and kinds, leaves out what is to be left out, and takes down what has no
/// place in a package.
struct TreeScan {
    /// Enough for any function, and an end for a search that was started at the wrong place.
    static let mostEntries = 200_000

    /// On this machine.
    private let root: String
    /// Of the root in the package; empty for the package itself.
    private let path: String
    private let exclusion: Exclusion
    private(set) var entries: [SourceEntry] = []
    private(set) var unfit: [UnfitEntry] = []
    /// For each of the exclusion's rules what it left out.
    private(set) var leftOut: [LeftOut]
    /// Directories that have been seen and not looked into, from the root.
    private var waiting = [""]

    init(root: String, path: String, exclusion: Exclusion) {
        self.root = root
        self.path = path
        self.exclusion = exclusion
        leftOut = exclusion.nothingLeftOut
    }

    /// - Parameter most: How many entries there may be.
    /// - Returns: Whether there are no more.
    mutating func run(atMost most: Int) throws(PackagingFailure) -> Bool {
        while let directory = waiting.popLast() {
            for name in try names(in: directory) {
                guard entries.count < most else { return false }
                try take(directory.isEmpty ? name : "\(directory)/\(name)")
            }
        }
        return true
    }

    private mutating func take(_ name: String) throws(PackagingFailure) {
        let (path, place) = (pathInPackage(of: name), "\(root)/\(name)")
        let status = try FileStatus(ofLinkOrFile: place)
        guard !leaveOut(Array(path.utf8), isDirectory: status.kind == .directory) else { return }
        switch status.kind {
        case .directory:
            entries.append(SourceEntry(path: path, kind: .directory, place: place))
            waiting.append(name)
        case .file:
            let kind = SourceEntry.Kind.file(size: status.size, isExecutable: status.isExecutable)
            entries.append(SourceEntry(path: path, kind: kind, place: place))
        case .link:
            if let target = linkTarget(at: place) {
                entries.append(SourceEntry(path: path, kind: .link(target: target), place: place))
            } else {
                unfit.append(UnfitEntry(path: path, why: .nameIsNotUTF8))
            }
        case .pipe, .socket, .device: unfit.append(UnfitEntry(path: path, why: .notAFile))
        }
    }

    private func pathInPackage(of name: String) -> String {
        path.isEmpty ? name : "\(path)/\(name)"
    }

    private mutating func leaveOut(_ path: [UInt8], isDirectory: Bool) -> Bool {
        guard let rule = exclusion.rule(leavingOut: path, isDirectory: isDirectory) else { return false }
        leftOut[rule].add(isDirectory: isDirectory)
        return true
    }

    /// The names in a directory that are UTF-8; of the others only that they are there.
    private mutating func names(in directory: String) throws(PackagingFailure) -> [String] {
        var names: [String] = []
        for name in try ListedName.all(in: directory.isEmpty ? root : "\(root)/\(directory)") {
            if let text = name.text {
                names.append(text)
            } else {
                takeUnreadable(name, in: directory)
            }
        }
        return names
    }

    private mutating func takeUnreadable(_ name: ListedName, in directory: String) {
        let path = Array(pathInPackage(of: directory.isEmpty ? "" : "\(directory)/").utf8) + name.bytes
        guard !leaveOut(path, isDirectory: name.isDirectory) else { return }
        unfit.append(UnfitEntry(path: String(decoding: path, as: UTF8.self), why: .nameIsNotUTF8))
    }
}
