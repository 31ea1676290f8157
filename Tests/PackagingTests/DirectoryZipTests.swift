import Glibc
import Testing

@testable import Packaging

struct DirectoryZipTests {
    let directory = TemporaryDirectory()

    /// All that a zip of ours says, byte for byte: a new libarchive that writes otherwise shows here, since it would
    /// deploy every unchanged function once more. The files are too short for zlib to have a choice.
    @Test func theZipOfAFixedTreeIsTheseBytes() throws {
        directory.directory("bin")
        directory.file("bin/run", "hi", mode: 0o755)
        directory.directory("empty")
        directory.link("latest", to: "bin/run")
        directory.file("é.txt", "x")
        #expect(try hex(zipped()) == GoldenZip.hex)
    }

    @Test(arguments: [
        ["a", "b", "c"], ["c", "b", "a"], ["b", "c", "a"],
    ])
    func orderTimesAndUmaskDoNotShow(order: [String]) throws {
        let reference = TemporaryDirectory()
        for name in ["a", "b", "c"] { reference.file(name, "content of \(name)") }
        for (mode, name) in zip([0o600, 0o666, 0o640] as [mode_t], order) {
            directory.file(name, "content of \(name)", mode: mode)
            var long = utimbuf(actime: 1_000_000_000, modtime: 1_700_000_000 + Int(mode))
            #expect(utime(directory(name), &long) == 0)
        }
        #expect(try zipped() == bytes(of: .zip(of: reference.path, limits: .lambda)))
    }

    @Test func theLocaleDoesNotShow() throws {
        directory.file("größe.txt", "x")
        let plain = try zipped()
        let locale = try #require(newlocale(Int32(LC_CTYPE_MASK), "C.UTF-8", nil))
        let before = uselocale(locale)
        defer { uselocale(before) }
        #expect(try zipped() == plain)
    }

    @Test(arguments: [(0o700, true), (0o755, true), (0o775, true), (0o644, false), (0o655, false)] as [(mode_t, Bool)])
    func ofAModeOnlyTheOwnersExecutableBitIsKept(mode: mode_t, isExecutable: Bool) throws {
        directory.file("bootstrap", "#!", mode: mode)
        let entry = try #require(SourceTree.scan(directory.path).entries.first)
        #expect(entry.kind == .file(size: 2, isExecutable: isExecutable))
    }

    @Test func pathsAreSortedByTheirBytes() throws {
        directory.directory("a")
        for name in ["a/b", "a.txt", "B", "é", "z", "a-b"] { directory.file(name, "") }
        let paths = try SourceTree.scan(directory.path).entries.map(\.path)
        #expect(paths == ["B", "a", "a-b", "a.txt", "a/b", "z", "é"])
    }

    @Test func namesThatSwiftHoldsForEqualAreTwoFiles() throws {
        directory.file("\u{e9}", "composed")
        directory.file("e\u{301}", "decomposed")
        let package = try DeploymentPackage.zip(of: directory.path, limits: .lambda)
        #expect(package.entries == 2)
        #expect(package.uncompressedBytes == 18)
    }

    @Test func aDirectoryMayBeGivenByALink() throws {
        directory.directory("real")
        directory.file("real/a", "x")
        directory.link("dist", to: "real")
        #expect(try DeploymentPackage.zip(of: directory("dist"), limits: .lambda).entries == 1)
    }

    @Test(.enabled(if: isInstalled("unzip")))
    func unzipGivesBackTheTree() throws {
        directory.directory("in")
        directory.directory("in/bin")
        directory.directory("in/empty")
        directory.file("in/bin/run", "#!/bin/sh\necho ran $1\n", mode: 0o700)
        directory.link("in/bin/latest", to: "run")
        directory.file("in/größe.txt", String(repeating: "long and alike ", count: 10_000))
        directory.file("in/nothing", "")
        directory.file("out.zip", bytes: try bytes(of: .zip(of: directory("in"), limits: .lambda)))
        #expect(run("unzip", ["-q", directory("out.zip"), "-d", directory("out")]).status == 0)
        #expect(run("diff", ["-r", "--no-dereference", directory("in"), directory("out")]) == (0, ""))
        #expect(run(directory("out/bin/latest"), ["well"]) == (0, "ran well\n"))
    }

    @Test(.enabled(if: isInstalled("python3")))
    func pythonReadsNamesTimesAndContent() throws {
        directory.file("größe.txt", "content")
        let zip = TemporaryDirectory()
        zip.file("out.zip", bytes: try zipped())
        let program = """
            import sys, zipfile
            z = zipfile.ZipFile(sys.argv[1])
            assert z.testzip() is None
            for i in z.infolist(): print(ascii(i.filename), i.date_time, oct(i.external_attr >> 16), z.read(i))
            """
        let printed = run("python3", ["-c", program, zip("out.zip")])
        #expect(printed == (0, "'gr\\xf6\\xdfe.txt' (1980, 1, 1, 0, 0, 0) 0o100644 b'content'\n"))
    }

    private func zipped() throws -> [UInt8] {
        try bytes(of: .zip(of: directory.path, limits: .lambda))
    }
}

func bytes(of package: DeploymentPackage) throws -> [UInt8] {
    let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: package.count, alignment: 1)
    defer { buffer.deallocate() }
    let count = try package.read(at: 0, into: buffer)
    return [UInt8](buffer[..<count])
}

private func hex(_ bytes: [UInt8]) -> String {
    bytes.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
}
