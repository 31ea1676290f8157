/// Why a handler's file is not where it is looked for.
struct HandlerSearch {
    let contents: PackageContents
    let function: FunctionAsPlanned
    let files: HandlerFiles

    /// What is most probably the cause, first of all the one that explains most.
    var hint: MissingHandler.Hint? {
        onlyArchive ?? springBoot ?? oneFolderTooMany ?? otherCase ?? typeScript ?? elsewhere ?? jarAtTheTop
    }

    private var onlyArchive: MissingHandler.Hint? {
        let few = Array(contents.files.prefix(2))
        guard let only = few.first, few.count == 1, only.glimpse == .zip else { return nil }
        return only.path.utf8.hasSuffix(".jar") ? .onlyJar(path: only.path) : .onlyZip(path: only.path)
    }

    private var springBoot: MissingHandler.Hint? {
        let isThere = files.paths.contains { contents.find("BOOT-INF/classes/\($0)") != nil }
        return isThere && function.runtime == .java ? .inSpringBootJar : nil
    }

    private var oneFolderTooMany: MissingHandler.Hint? {
        guard let first = contents.files.first,
            let slash = first.path.utf8.firstIndex(of: UInt8(ascii: "/"))
        else { return nil }
        let folder = first.path[...slash]
        guard contents.files.allSatisfy({ $0.path.utf8.starts(with: folder.utf8) }),
            files.paths.contains(where: { contents.find("\(folder)\($0)") != nil })
        else { return nil }
        return .oneFolderTooMany(String(folder.dropLast()))
    }

    private var otherCase: MissingHandler.Hint? {
        let wanted = Set(files.paths.map { $0.lowercased() })
        let lengths = Set(files.paths.map(\.utf8.count))
        let found = contents.files.first {
            lengths.contains($0.path.utf8.count) && wanted.contains($0.path.lowercased())
        }
        return found.map { .otherCase(path: $0.path) }
    }

    private var typeScript: MissingHandler.Hint? {
        guard function.runtime == .node else { return nil }
        let paths = files.paths.map { "\($0.dropLast(2))ts" } + files.paths.prefix(1).map { "\($0.dropLast(2))tsx" }
        return paths.first { contents.find($0) != nil }.map { .onlyTypeScript(path: $0) }
    }

    private var elsewhere: MissingHandler.Hint? {
        let ends = files.paths.map { "/\($0)" }
        let found = contents.files.filter { entry in
            ends.contains { entry.path.utf8.hasSuffix($0) }
                && !entry.path.utf8.starts(with: "node_modules/".utf8)
        }
        return found.map(\.path).min { $0.utf8.count < $1.utf8.count }.map { .elsewhere(path: $0) }
    }

    private var jarAtTheTop: MissingHandler.Hint? {
        guard function.runtime == .java else { return nil }
        let jar = contents.files.first { $0.path.utf8.hasSuffix(".jar") && !$0.path.utf8.contains(UInt8(ascii: "/")) }
        return jar.map { .onlyJar(path: $0.path) }
    }
}
