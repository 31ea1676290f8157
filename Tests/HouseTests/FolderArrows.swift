/// Which folder of a module names types that another folder declares: the compiler does not hold folders apart.
///
/// It goes by words. One that several other folders declare counts for all of them; one that the folder itself declares,
/// or the file for itself, means its own. What an extension adds to another folder's type is not seen.
struct FolderArrows {
    /// The names by which a folder (first) names what another (second) declares.
    private var names: [String: [String: Set<String>]] = [:]

    /// - Parameters:
    ///   - files: of one module. Those that lie directly in its folder are together one folder, `.`.
    ///   - depth: how many levels count; what lies deeper belongs to the folder that it is in at that level.
    init(_ files: [SwiftFile], depth: Int) {
        let read = files.map { (folder: $0.folder(depth: depth), code: SwiftCode($0.text)) }
        var homes: [String: Set<String>] = [:]
        for (folder, code) in read {
            for type in code.types where !type.isPrivate { homes[type.name, default: []].insert(folder) }
        }
        for (folder, code) in read {
            for name in code.names.subtracting(code.types.filter(\.isPrivate).map(\.name)) {
                guard let homes = homes[name], !homes.contains(folder) else { continue }
                for home in homes { names[folder, default: [:]][home, default: []].insert(name) }
            }
        }
    }

    /// For each arrow that lies on a circle the shortest such circle, each told once: `A -> B (Bee) -> A (Ay)`.
    var circles: [String] {
        var found: Set<[String]> = []
        for (from, arrows) in names {
            for to in arrows.keys {
                if let back = way(from: to, to: from) { found.insert(beginningWithTheFirst([from] + back.dropLast())) }
            }
        }
        return found.map(told).sorted()
    }

    /// The shortest way along the arrows, both ends included.
    private func way(from start: String, to end: String) -> [String]? {
        var ways = [[start]]
        var seen: Set<String> = [start]
        while !ways.isEmpty {
            if let way = (ways.first { $0.last == end }) { return way }
            ways = ways.flatMap { way in
                next(after: way).filter { seen.insert($0).inserted }.map { way + [$0] }
            }
        }
        return nil
    }

    private func next(after way: [String]) -> [String] {
        way.last.flatMap { names[$0] }.map { $0.keys.sorted() } ?? []
    }

    private func beginningWithTheFirst(_ circle: [String]) -> [String] {
        let first = circle.indices.min { circle[$0] < circle[$1] } ?? 0
        return Array(circle[first...] + circle[..<first])
    }

    private func told(_ circle: [String]) -> String {
        zip(circle, circle.dropFirst() + circle.prefix(1)).reduce(circle[0]) { told, arrow in
            let names = names[arrow.0]?[arrow.1] ?? []
            return told + " -> \(arrow.1) (\(names.sorted().joined(separator: ", ")))"
        }
    }
}

extension SwiftFile {
    /// Within the module: `Model`, or `Steps/Rollback` if more than one level counts.
    fileprivate func folder(depth: Int) -> String {
        let folders = path.split(separator: "/").dropFirst(2).dropLast().prefix(depth)
        return folders.isEmpty ? "." : folders.joined(separator: "/")
    }
}
