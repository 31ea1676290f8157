import Fuzzing
import Glibc
import Testing

@testable import Packaging

/// Whatever lies in a directory: it becomes a zip that is taken again, or is refused under its name.
struct DirectoryFuzzTests {
    @Test func anyTreeBecomesAGoodZipOrIsRefusedByName() throws {
        for one in Campaign("directories", cases: 150, filter: "DirectoryFuzzTests") {
            var dice = one.dice
            let directory = TemporaryDirectory()
            directory.directory("in")
            for _ in 0...dice.below(7) { directory.addAnything(in: "in", &dice) }
            judge(directory, "\(one)")
        }
    }

    private func judge(_ directory: TemporaryDirectory, _ what: Comment) {
        do throws(PackagingFailure) {
            let package = try DeploymentPackage.zip(of: directory("in"), limits: .lambda)
            directory.file("a.zip", bytes: try package.bytes)
            let again = try DeploymentPackage.zip(at: directory("a.zip"), limits: .lambda)
            #expect(again.entries == package.entries, what)
            #expect(try package.bytes == DeploymentPackage.zip(of: directory("in"), limits: .lambda).bytes, what)
        } catch {
            #expect(error.description.contains("'\(directory("in"))"), "\(error.description) \(what)")
        }
    }
}

extension TemporaryDirectory {
    /// A file, a directory with something in it, a link to anywhere, a pipe or a socket, by any name a disk takes.
    fileprivate func addAnything(in parent: String, _ dice: inout Dice) {
        let place = Array(self(parent).utf8) + [UInt8(ascii: "/")] + dice.anyFileName()
        let path = place.map(CChar.init(bitPattern:)) + [0]
        switch dice.below(10) {
        case 0...3: close(open(path, O_CREAT | O_EXCL | O_WRONLY | O_CLOEXEC, mode_t(dice.pick([0o644, 0o755]))))
        case 4...5:
            mkdir(path, 0o755)
            // One that is not UTF-8 cannot be named here; it stays empty.
            if let inside = String(validating: place, as: UTF8.self) {
                addAnything(in: String(inside.dropFirst(self("").count)), &dice)
            }
        case 6...7: symlink(dice.pick([".", "..", "../..", "/", "in", "a", "./a", "a/..", "b/../a", "\n", "//"]), path)
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
