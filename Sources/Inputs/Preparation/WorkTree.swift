/// What git has checked out where the program was started, read from git's own files: no other program has to be there.
/// Source: https://git-scm.com/docs/gitrepository-layout
struct WorkTree {
    /// In hex. Whether the files still are as they are in it, nobody has looked.
    let commit: String

    /// - Returns: `nil` where there is none, or its references are kept in a form that is not known here.
    init?(readBy host: any Host) {
        let reader = Reader(host: host)
        for depth in 0..<Self.mostFolders {
            let folder = String(repeating: "../", count: depth)
            guard let directory = reader.directory(in: folder) else { continue }
            guard let commit = reader.commit(in: directory) else { return nil }
            self.commit = commit
            return
        }
        return nil
    }

    /// Above the root lies the root.
    private static let mostFolders = 32
}

private struct Reader {
    let host: any Host

    /// Git's own folder of a work tree: `.git`, or what a file of that name says, as it does in `git worktree` and submodules.
    func directory(in folder: String) -> String? {
        if text("\(folder).git/HEAD") != nil { return "\(folder).git" }
        guard let line = text("\(folder).git"), line.hasPrefix("gitdir: ") else { return nil }
        return joined(folder, String(line.dropFirst("gitdir: ".count)))
    }

    func commit(in directory: String) -> String? {
        guard let head = text("\(directory)/HEAD") else { return nil }
        guard head.hasPrefix("ref: ") else { return object(head) }
        let name = String(head.dropFirst("ref: ".count))
        guard name.hasPrefix("refs/"), !name.split(separator: "/").contains("..") else { return nil }
        let common = text("\(directory)/commondir").map { joined("\(directory)/", $0) } ?? directory
        return text("\(directory)/\(name)").flatMap(object) ?? text("\(common)/\(name)").flatMap(object)
            ?? packed(name, in: common)
    }

    /// Git packs references into lines of an object and a name.
    private func packed(_ name: String, in directory: String) -> String? {
        let lines = text("\(directory)/packed-refs", most: 16 << 20)?.split(separator: "\n")
        return lines?.first { $0.hasSuffix(" \(name)") }.flatMap { object(String($0.prefix { $0 != " " })) }
    }

    private func object(_ text: String) -> String? {
        [40, 64].contains(text.utf8.count) && text.allSatisfy { $0.isASCII && $0.isHexDigit } ? text : nil
    }

    private func joined(_ folder: String, _ path: String) -> String {
        path.hasPrefix("/") ? path : folder + path
    }

    private func text(_ path: String) -> String? { text(path, most: 4096) }

    /// Without white space around it. What cannot be read is not there.
    private func text(_ path: String, most: Int) -> String? {
        do throws(HostFailure) {
            let bytes = try host.read(fileAt: path, bytesAtMost: most)
            return Optional(String(decoding: bytes, as: UTF8.self)).given
        } catch {
            return nil
        }
    }
}
