/// What is left out of a directory. The last line that matches decides, as in git.
struct Exclusion: Sendable {
    struct Rule: Sendable, Equatable {
        let pattern: IgnorePattern
        let source: LeftOut.Source
    }

    let rules: [Rule]

    init(list: IgnoreList, input: IgnoreList) {
        rules =
            Self.always + list.patterns.map { Rule(pattern: $0, source: .list) }
            + input.patterns.map { Rule(pattern: $0, source: .input) }
    }

    /// The name of the file of such lines at the directory's top.
    static let listName = ".lambdaignore"

    /// What is no part of any function: where a checkout keeps its history, with the token that it was fetched with; what
    /// file managers leave behind; and the list itself.
    private static let always: [Rule] = [".git", ".hg", ".svn", ".DS_Store", "Thumbs.db", "/\(listName)"].compactMap {
        IgnorePattern(line: Array($0.utf8)[...]).map { Rule(pattern: $0, source: .always) }
    }

    /// The place in ``rules`` of the one that leaves the path out; nil if it is packaged. What lies in a directory that is
    /// left out is not asked for.
    func rule(leavingOut path: [UInt8], isDirectory: Bool) -> Int? {
        let last = rules.lastIndex { $0.pattern.matches(path[...], isDirectory: isDirectory) }
        return last.flatMap { rules[$0].pattern.bringsBack ? nil : $0 }
    }

    /// Whether it leaves out the path or a directory above it.
    /// - Parameter kinds: Whether it is a directory, as far as that is known.
    func leavesOut(_ path: String, as kinds: [Bool]) -> Bool {
        let names = path.split(separator: "/")
        return names.indices.contains { last in
            let part = Array(names[...last].joined(separator: "/").utf8)
            let isLast = last == names.indices.last
            return (isLast ? kinds : [true]).contains { rule(leavingOut: part, isDirectory: $0) != nil }
        }
    }

    /// One for each rule.
    var nothingLeftOut: [LeftOut] {
        rules.map { LeftOut(line: $0.pattern.text, source: $0.source) }
    }
}
