import Fuzzing
import Glibc
import Testing

@testable import Packaging

/// Whatever lies in a directory: it becomes a zip that is taken again, or is refused under its name.
struct DirectoryFuzzTests {
    @Test func anyTreeBecomesAGoodZipOrIsRefusedByName() throws {
        for one in Campaign("directories", cases: 300, filter: "DirectoryFuzzTests") {
            var dice = one.dice
            let directory = TemporaryDirectory()
            for name in ["a", "a/b", "a/b/in"] { directory.directory(name) }
            let links = dice.pick(SourceDirectory.Links.allCases)
            for _ in 0...dice.below(7) { directory.addAnything(in: "a/b/in", links, &dice) }
            judge(directory, links, "\(links), \(one)")
        }
    }

    private func judge(_ directory: TemporaryDirectory, _ links: SourceDirectory.Links, _ what: Comment) {
        let source = SourceDirectory(path: directory("a/b/in"), exclude: .empty, links: links)
        do throws(PackagingFailure) {
            let package = try DeploymentPackage.zip(of: source, limits: .lambda)
            let there = run("find", [directory("a/b/in"), "-mindepth", "1", "-printf", "x"]).output.count
            #expect(links == .keep ? package.entries == there : package.entries >= there, what)
            // Where no link of the tree leads, or the package would hold the one before.
            let elsewhere = TemporaryDirectory()
            elsewhere.file("a.zip", bytes: try package.bytes)
            let again = try DeploymentPackage.zip(at: elsewhere("a.zip"), limits: .lambda)
            #expect(again.entries == package.entries, what)
            #expect(try package.bytes == DeploymentPackage.zip(of: source, limits: .lambda).bytes, what)
        } catch {
            #expect(error.description.contains("'\(directory("a"))"), "\(error.description) \(what)")
        }
    }
}

extension TemporaryDirectory {
    /// A file, a directory with something in it, a link to anywhere, a pipe or a socket, by any name a disk takes.
    fileprivate func addAnything(in parent: String, _ links: SourceDirectory.Links, _ dice: inout Dice) {
        let place = Array(self(parent).utf8) + [UInt8(ascii: "/")] + dice.anyFileName()
        let path = place.map(CChar.init(bitPattern:)) + [0]
        switch dice.below(10) {
        case 0...3: close(open(path, O_CREAT | O_EXCL | O_WRONLY | O_CLOEXEC, mode_t(dice.pick([0o644, 0o755]))))
        case 4...5:
            mkdir(path, 0o755)
            // One that is not UTF-8 cannot be named here; it stays empty.
            if let inside = String(validating: place, as: UTF8.self) {
                addAnything(in: String(inside.dropFirst(self("").count)), links, &dice)
            }
        case 6...7:
            // Nobody follows a link to all there is.
            let top = links == .follow ? [] : ["/", "//"]
            symlink(dice.pick([".", "..", "../..", "in", "a", "./a", "a/..", "b/../a", "\n"] + top), path)
        case 8: mkfifo(path, 0o644)
        default: mknod(path, S_IFSOCK | 0o644, 0)
        }
    }
}

extension Dice {
    /// Names that meet each other half of the time, for links to lead somewhere.
    fileprivate mutating func anyFileName() -> [UInt8] {
        let text =
            chance(30) ? anyText(upTo: 40) : pick(["a", "b", "c", "...", "-", " ", "a\\b", "\n", "é", "e\u{301}"])
        let bytes = chance(3) ? anyBytes(upTo: 255) : chance(3) ? [UInt8](repeating: 97, count: 255) : Array(text.utf8)
        return bytes.filter { $0 != 0 && $0 != UInt8(ascii: "/") }
    }
}
