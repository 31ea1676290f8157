import Glibc

/// Looks for the files that a pattern fits: `target/*.jar`, `dist/**/*.zip`.
///
/// As in a shell, `*`, `?` and `[...]` stand for a part of one name, `**` for any number of directories, and none of them
/// for a name that begins with a dot.
package struct FileSearch {
    /// An end for a search that begins at the wrong place.
    private static let mostNames = 200_000

    private let pattern: String
    private var seen = 0

    private init(_ pattern: String) {
        self.pattern = pattern
    }

    /// - Returns: The path itself if something is there or if it is no pattern, else the one file that it fits.
    package static func file(at path: String) throws(PackagingFailure) -> String {
        var status = stat()
        guard lstat(path, &status) != 0, path.utf8.contains(where: isWild) else { return path }
        var search = FileSearch(path)
        let found = try search.files()
        guard found.count == 1 else { throw .notOneFile(pattern: path, found: found) }
        return found[0]
    }

    /// - Returns: In the order of their bytes.
    private mutating func files() throws(PackagingFailure) -> [String] {
        var steps = pattern.split(separator: "/").map(String.init)
        if steps.last == "**" { steps.append("*") }
        // What is joined to a name: empty, or with a slash at its end.
        var places = [pattern.hasPrefix("/") ? "/" : ""]
        for step in steps.dropLast() {
            places = step == "**" ? try withAllBelow(places) : try names(fitting: step, in: places).map { "\($0)/" }
        }
        let found = try names(fitting: steps.last ?? "", in: places)
        return found.filter { isFile($0) }.sorted { $0.isBefore($1) }
    }

    private mutating func names(fitting step: String, in places: [String]) throws(PackagingFailure) -> [String] {
        guard step.utf8.contains(where: isWild) else { return places.map { $0 + step } }
        guard let wildcards = Wildcards(Array(step.utf8)[...]) else { return [] }
        var found: [String] = []
        for place in places {
            for name in try list(place) where wildcards.matches(name.bytes[...]) && !name.hides(from: step) {
                if let text = name.text { found.append(place + text) }
            }
        }
        return found
    }

    /// Links are not gone through.
    private mutating func withAllBelow(_ places: [String]) throws(PackagingFailure) -> [String] {
        var all: [String] = []
        var waiting = places
        while let place = waiting.popLast() {
            all.append(place)
            for name in try list(place) where !name.hides(from: "*") {
                if let text = name.text, isDirectory(place + text) { waiting.append("\(place)\(text)/") }
            }
        }
        return all
    }

    /// Nothing where there is no directory.
    private mutating func list(_ place: String) throws(PackagingFailure) -> [ListedName] {
        let names: [ListedName]
        do throws(PackagingFailure) {
            names = try ListedName.all(in: place.isEmpty ? "." : place)
        } catch {
            switch error {
            case .missing, .linkedToNothing: return []
            default: throw error
            }
        }
        seen += names.count
        guard seen <= Self.mostNames else { throw .patternTooWide(pattern: pattern, limit: Self.mostNames) }
        return names
    }
}

extension ListedName {
    fileprivate func hides(from step: String) -> Bool {
        bytes.first == UInt8(ascii: ".") && step.utf8.first != UInt8(ascii: ".")
    }
}

private func isWild(_ byte: UInt8) -> Bool {
    Array("*?[".utf8).contains(byte)
}

private func isFile(_ path: String) -> Bool {
    var status = stat()
    return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFREG
}

private func isDirectory(_ path: String) -> Bool {
    var status = stat()
    return lstat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
}
