import Glibc

extension DeploymentPackage {
    /// Writes the zip to a file, as a whole or not at all: under a name of its own beside it, which then becomes its.
    ///
    /// It belongs to whoever its directory belongs to, as far as this may be said: in a container the program is root,
    /// and the workspace is somebody else's.
    /// - Parameter token: A text that nobody else has.
    package func write(toFileAt path: String, token: String) throws(PackagingFailure) {
        let directory = directoryOf(path)
        let owner = try FileStatus(of: directory)
        guard owner.kind == .directory else { throw .notSaved(path: path, reason: reason(ENOTDIR)) }
        let draft = "\(directory)/.\(nameOf(path)).\(token)"
        do throws(PackagingFailure) {
            let file = try OpenFile(creating: draft, for: path)
            try copy(to: file, for: path)
            try file.giveAway(to: owner.owner)
            guard rename(draft, path) == 0 else { throw .notSaved(path: path, reason: reason(errno)) }
        } catch {
            unlink(draft)
            throw error
        }
    }

    private func copy(to file: OpenFile, for path: String) throws(PackagingFailure) {
        let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: 1 << 20, alignment: 16)
        defer { buffer.deallocate() }
        var offset = 0
        while offset < count {
            let got = try read(at: offset, into: buffer)
            guard got > 0 else { throw .changedWhileReading(path: path) }
            try file.append(UnsafeRawBufferPointer(rebasing: buffer[..<got]), for: path)
            offset += got
        }
    }
}

extension SourceDirectory {
    /// Whether a file that is written there lies in the directory and is no part of what is left out: the next package
    /// would hold this one.
    package func wouldHold(fileAt file: String) throws(PackagingFailure) -> Bool {
        let root = try realPath(of: path)
        let place = try realPath(of: directoryOf(file))
        guard place == root || place.hasPrefix(root == "/" ? root : "\(root)/") else { return false }
        let inside = (place.dropFirst(root.count).split(separator: "/") + [nameOf(file)]).joined(separator: "/")
        let exclusion = Exclusion(list: try IgnoreList(of: path), input: exclude)
        return !exclusion.leavesOut(inside, as: [false])
    }
}

private func nameOf(_ path: String) -> Substring {
    path.split(separator: "/").last ?? path[...]
}

private func directoryOf(_ path: String) -> String {
    guard let slash = path.lastIndex(of: "/") else { return "." }
    return slash == path.startIndex ? "/" : String(path[..<slash])
}
