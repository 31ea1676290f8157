import Fuzzing
import Glibc
import Testing

@testable import Packaging

struct ExclusionTests {
    let directory = TemporaryDirectory()

    @Test func whatIsNoPartOfAFunctionIsLeftOutAndCounted() throws {
        directory.directory(".git")
        directory.file(".git/config", "token")
        directory.directory("lib")
        for name in ["app.py", "lib/.DS_Store", "lib/Thumbs.db", "lib/.git", ".gitignore", ".lambdaignore"] {
            directory.file(name, "#")
        }
        let tree = try SourceTree.scan(directory.path)
        #expect(tree.entries.map(\.path) == [".gitignore", "app.py", "lib"])
        #expect(
            tree.leftOut == [
                left(".git", .always, files: 1, directories: 1), left(".DS_Store", .always, files: 1),
                left("Thumbs.db", .always, files: 1), left("/.lambdaignore", .always, files: 1),
            ])
    }

    @Test func theInputIsReadAfterTheListAndTheListAfterTheDefaults() throws {
        for name in ["a.md", "b.md", "c.txt", ".DS_Store"] { directory.file(name, "") }
        directory.file(".lambdaignore", "*.md\n!.DS_Store\n*.txt\n")
        #expect(
            try paths(excluding: IgnoreList(lines: "!b.md", ".DS_Store", "!/.lambdaignore")) == [
                ".lambdaignore", "b.md",
            ])
        #expect(try paths(excluding: .empty) == [".DS_Store"])
    }

    @Test func whatLiesInADirectoryThatIsLeftOutIsNotLookedAt() throws {
        directory.directory("tests")
        directory.link("tests/out", to: "/nowhere")
        directory.file("tests/keep.py", "")
        directory.file("app.py", "")
        let tree = try scan(excluding: IgnoreList(lines: "tests/", "!tests/keep.py"))
        #expect(tree.entries.map(\.path) == ["app.py"])
        #expect(tree.leftOut == [left("tests/", .input, directories: 1)])
    }

    @Test func whatHasNoPlaceInAPackageMayBeLeftOut() throws {
        directory.file("app.py", "")
        directory.link("gone", to: "nothing")
        mkfifo(directory("pipe"), 0o644)
        let name = Array(directory("").utf8CString.dropLast()) + [CChar(bitPattern: 0xff), 0]
        mkdir(name, 0o755)
        #expect(try paths(excluding: IgnoreList(lines: "gone", "pipe", "[!a-z]/")) == ["app.py"])
    }

    @Test func aDirectoryWithNothingButWhatIsLeftOutIsEmpty() {
        directory.file("a.md", "")
        let failure = #expect(throws: PackagingFailure.self) { try scan(excluding: IgnoreList(lines: "*.md")) }
        #expect(failure?.description.hasSuffix("holds no file but what is left out of the package.") == true)
    }

    @Test func aListThatNobodyWroteIsRefused() throws {
        directory.file(".lambdaignore", String(repeating: "a\n", count: 1_001))
        let failure = #expect(throws: PackagingFailure.self) { try scan(excluding: .empty) }
        #expect(failure == .listTooLong(path: directory(".lambdaignore")))
        #expect(IgnoreList(String(repeating: "a\n", count: 1_000).utf8) != nil)
        #expect(IgnoreList(String(repeating: "a", count: 1_001).utf8) == nil)
    }

    @Test func aListThatIsADirectoryIsNamed() {
        directory.directory(".lambdaignore")
        let failure = #expect(throws: PackagingFailure.self) { try scan(excluding: .empty) }
        #expect(failure?.description.hasSuffix("/.lambdaignore' cannot be read: it is not a file.") == true)
    }

    /// Patterns that take other programs for ever: 2 to the power of 400 ways.
    @Test(arguments: ["*a", "**/", "?*", "[ab]*"])
    func noPatternTakesLong(piece: String) throws {
        let pattern = try #require(IgnorePattern(line: Array((String(repeating: piece, count: 200) + "x").utf8)[...]))
        let began = processorTime()
        #expect(!pattern.matches(Array(String(repeating: "a/aa", count: 250).utf8)[...], isDirectory: false))
        #expect(processorTime() - began < .seconds(5))
    }

    private func scan(excluding list: IgnoreList) throws -> SourceTree {
        try SourceTree.scan(SourceDirectory(path: directory.path, exclude: list, links: .keep))
    }

    private func paths(excluding list: IgnoreList) throws -> [String] {
        try scan(excluding: list).entries.map(\.path)
    }

    private func left(_ line: String, _ source: LeftOut.Source, files: Int = 0, directories: Int = 0) -> LeftOut {
        var left = LeftOut(line: line, source: source)
        left.files = files
        left.directories = directories
        return left
    }
}
