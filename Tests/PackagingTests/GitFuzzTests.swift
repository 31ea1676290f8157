import Fuzzing
import Testing

@testable import Packaging

/// Git is the judge of its own syntax: any lines over any tree leave out what git would ignore, and by the same line.
struct GitFuzzTests {
    @Test func anyLinesLeaveOutWhatGitIgnores() throws {
        let directory = TemporaryDirectory()
        #expect(run("git", ["init", "--quiet", directory.path]).status == 0)
        var ours: [String: Int] = [:]
        var lists: [String: String] = [:]
        var replay = ""
        for one in Campaign("lines of a .gitignore", cases: 1_500, filter: "GitFuzzTests") {
            var dice = one.dice
            replay = one.description
            let folder = "case\(one.number)"
            directory.directory(folder)
            let tree = directory.growTree(in: folder, &dice)
            let text = dice.anyLines(about: tree.map { $0.path.split(separator: "/").last.map(String.init) ?? "" })
            lists[folder] = text
            directory.file("\(folder)/.gitignore", text)
            let list = try #require(NumberedList(text))
            for (path, isDirectory) in tree {
                ours[path] = list.line(decidingOn: String(path.dropFirst(folder.count + 1)), isDirectory)
            }
        }
        let theirs = try gitsDecisions(in: directory, on: ours.keys.sorted())
        #expect(theirs.count == ours.count, "\(replay)")
        for (path, line) in theirs.sorted(by: { $0.key < $1.key }) where ours[path] != line {
            let list = lists[String(path.prefix { $0 != "/" })] ?? ""
            Issue.record(
                "\(path.debugDescription): git goes by line \(line), not \(ours[path] ?? -1), of \(list.debugDescription); \(replay)"
            )
        }
        #expect(theirs.values.count { $0 > 0 } > theirs.count / 10, "hardly a line is about a path")
    }

    /// For each path the number of the line that decided, 0 where none did; one call for all of them.
    private func gitsDecisions(in directory: TemporaryDirectory, on paths: [String]) throws -> [String: Int] {
        directory.file(".paths", bytes: Array(paths.joined(separator: "\0").utf8) + [0])
        let script = """
            cd "$1" && export GIT_CONFIG_GLOBAL=/dev/null GIT_CONFIG_NOSYSTEM=1
            git check-ignore --no-index --verbose --non-matching -z --stdin <.paths || [ $? = 1 ]
            """
        let (status, output) = run("sh", ["-c", script, "sh", directory.path])
        #expect(status == 0, "\(output.suffix(2_000))")
        let fields = output.utf8.split(separator: 0, omittingEmptySubsequences: false).dropLast()
        return stride(from: 0, to: fields.count - 3, by: 4).reduce(into: [:]) { decisions, place in
            decisions[String(decoding: fields[place + 3], as: UTF8.self)] =
                Int(String(decoding: fields[place + 1], as: UTF8.self)) ?? 0
        }
    }
}

/// A list whose lines can be told by their numbers.
private struct NumberedList {
    private let patterns: [(number: Int, pattern: IgnorePattern)]

    init?(_ text: String) {
        guard let list = IgnoreList(text.utf8) else { return nil }
        let unmarked = text.unicodeScalars.drop { $0 == "\u{FEFF}" }
        let lines = String(unmarked).utf8.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
        let numbers = lines.indices.filter { IgnorePattern(line: Array(lines[$0])[...]) != nil }.map { $0 + 1 }
        patterns = Array(zip(numbers, list.patterns))
    }

    /// As a walk through the tree has it: what lies in a directory that is left out is not looked at.
    func line(decidingOn path: String, _ isDirectory: Bool) -> Int {
        let bytes = Array(path.utf8)
        for slash in bytes.indices where bytes[slash] == UInt8(ascii: "/") {
            if let last = last(about: bytes[..<slash], true), !last.pattern.bringsBack { return last.number }
        }
        return last(about: bytes[...], isDirectory)?.number ?? 0
    }

    private func last(about path: ArraySlice<UInt8>, _ isDirectory: Bool) -> (number: Int, pattern: IgnorePattern)? {
        patterns.last { $0.pattern.matches(path, isDirectory: isDirectory) }
    }
}

extension TemporaryDirectory {
    /// - Returns: what there is then, by the path from here.
    fileprivate func growTree(in folder: String, _ dice: inout Dice) -> [(path: String, isDirectory: Bool)] {
        var folders = [folder]
        var all: [String: Bool] = [:]
        for _ in 0...dice.below(8) {
            let path = "\(dice.pick(folders))/\(dice.pick(names))"
            guard all[path] == nil else { continue }
            switch dice.below(8) {
            case 0...3:
                directory(path)
                folders.append(path)
                all[path] = true
            case 4:
                link(path, to: dice.pick([".", "a"]))
                all[path] = false
            default:
                file(path, "")
                all[path] = false
            }
        }
        return all.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
    }
}

private let names = [
    "a", "b", "ab", "aab", "abc", "a.txt", "b.txt", ".a", "A", "a b", "a ", " a", "-", "]", "[", "[a]", "*", "**", "!",
    "!a",
    "#", "#a", "\\", "a\\", "\\a", "é", "a\n", "a\r", "\t", "a\u{B}", "1", "_", "^", "~", "]a", "a-b",
]

extension Dice {
    /// - Parameter there: names in the tree, so that many a line is about something in it.
    fileprivate mutating func anyLines(about there: [String]) -> String {
        let lines = (0...below(6)).map { _ in anyLine(about: there) + pick(["\n", "\n", "\n", "\r\n"]) }.joined()
        return chance(10) ? "\u{FEFF}" + lines : chance(10) ? String(lines.dropLast()) : lines
    }

    private mutating func anyLine(about there: [String]) -> String {
        let parts = (0...below(5)).map { _ in chance(40) ? pick(names) : pick(pieces) }
        let body = chance(30) ? pick(there) : parts.joined()
        return pick(["", "", "", "!", "/", "!/", "**/"]) + body + pick(["", "", "", "/", " ", "/*", "/**"])
    }
}

private let pieces = [
    "*", "**", "?", "/", "/", "**/", "/**/", "/**", "*.txt", "[ab]", "[!a]", "[^a-c]", "[a-c]", "[]-a]", "[]]", "[a-]",
    "[--0]",
    "[+--]", "[b-a]", "[a-c-e]", "[\\]]", "[\\a-c]", "[a-\\c]", "[a/b]", "[!/]", "[", "[a", "[a\\", "[]", "[!]",
    "[[:alpha:]]",
    "[[:space:]]", "[![:alnum:]]", "[[:punct:]]", "[[:cntrl:]]", "[[:upper:]b]", "[[:blank:]]", "[[:graph:]]",
    "[[:print:]]",
    "[[:xdigit:]]", "[[:digit:]-z]", "[a-[:digit:]]", "[[:foo:]]", "[[:alpha:", "[[:alpha]", "[[:]", "[[::]]", "[:a]",
    "[[a]",
    "\\", "\\*", "\\?", "\\[", "\\\\", "\\ ", "\\a", "\\/", "\\!", "\\#", " ", "  ", "\t", "\r", "\0", "a*b*", "***",
    "a**", "**b",
]
