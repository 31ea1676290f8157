import Glibc
import Testing

@testable import Packaging

struct ZipFileTests {
    let directory = TemporaryDirectory()

    @Test func aSoundZipIsTakenAsItIs() throws {
        let bytes = try sample()
        directory.file("a.zip", bytes: bytes)
        let package = try DeploymentPackage.zip(at: directory("a.zip"), limits: .lambda)
        #expect(try PackagingTests.bytes(of: package) == bytes)
        #expect(package.entries == 2)
        #expect(package.uncompressedBytes == 3000)
    }

    @Test func aProgramBeforeAZipAndACommentAfterItAreAllowed() throws {
        var bytes = try sample()
        bytes[bytes.count - 2] = 5
        directory.file(
            "a.zip", bytes: Array("#!/usr/bin/env python3\n".utf8) + bytes + Array("hello".utf8))
        #expect(try DeploymentPackage.zip(at: directory("a.zip"), limits: .lambda).entries == 2)
    }

    @Test func moreEntriesThanTheFormatFirstAllowedAreRead() throws {
        let output = try OpenFile(inMemoryFor: "many")
        let writer = try ZipWriter(to: output)
        for number in 1...65_600 {
            try writer.begin(SourceEntry(path: "\(number)", kind: .directory, place: ""))
        }
        try writer.begin(
            SourceEntry(path: "handler.py", kind: .file(size: 0, isExecutable: false), place: ""))
        try writer.finish()
        let package = try DeploymentPackage.zip(
            at: "/proc/self/fd/\(output.descriptor)", limits: .lambda)
        #expect(package.entries == 65_601)
    }

    @Test func whatIsMissingIsNamed() {
        #expect(failure() == .missing(path: directory("a.zip")))
    }

    @Test func aDirectoryIsNoZip() {
        directory.directory("a.zip")
        #expect(failure() == .unfitZip(path: directory("a.zip"), .isADirectory))
    }

    @Test func aPipeIsNoZip() {
        mkfifo(directory("a.zip"), 0o644)
        #expect(failure() == .unfitZip(path: directory("a.zip"), .notAFile))
    }

    @Test(
        arguments: [
            ([], .nothing), ([0x1f, 0x8b, 8, 0], .gzip), (Array("BZh9".utf8), .bzip2),
            (Array("{\n\t}".utf8), .text),
            ([0x7f, 0x45, 0x4c, 0x46, 2], .program), ([0, 1, 2], .unknown), (Array("Rar!".utf8), .rar),
            ([UInt8](repeating: 0, count: 257) + Array("ustar".utf8), .tar),
            (Array("grüße".utf8), .text),
        ] as [([UInt8], FileContent)])
    func whatIsNoZipIsSaidToBeWhatItIs(bytes: [UInt8], content: FileContent) {
        directory.file("a.zip", bytes: bytes)
        #expect(failure() == .unfitZip(path: directory("a.zip"), .notAZip(content)))
    }

    @Test func aZipWithoutAFileIsEmpty() {
        directory.file("a.zip", bytes: Array("PK\u{5}\u{6}".utf8) + [UInt8](repeating: 0, count: 18))
        #expect(failure() == .unfitZip(path: directory("a.zip"), .empty))
    }

    @Test(arguments: [1, 22, 100, 200])
    func aZipThatIsCutOffIsNoticed(missing: Int) throws {
        directory.file("a.zip", bytes: Array(try sample().dropLast(missing)))
        #expect(failure() == .unfitZip(path: directory("a.zip"), .cutOff))
    }

    @Test func everyDamagedByteOfContentIsNoticed() throws {
        let bytes = try sample()
        let content = 30 + 8 + 20
        for offset in content..<(content + 20) {
            var damaged = bytes
            damaged[offset] ^= 0x55
            directory.file("a.zip", bytes: damaged)
            guard case .unfitZip(_, .damaged("aa/first", _)) = failure() else {
                Issue.record("byte \(offset): \(String(describing: failure()))")
                return
            }
        }
    }

    @Test func aZipWhoseBeginningIsMissingIsDamaged() throws {
        directory.file("a.zip", bytes: Array(try sample().dropFirst(70)))
        guard case .unfitZip(_, .damaged) = failure() else {
            Issue.record("\(String(describing: failure()))")
            return
        }
    }

    @Test(arguments: ["../first", "aa/../xx", "/a/first", "aa/xxx.."])
    func namesThatLeadOutAreRefused(name: String) throws {
        let renamed = try sample().replacing(Array("aa/first".utf8), with: Array(name.utf8))
        directory.file("a.zip", bytes: renamed)
        let leadsOut = name != "aa/xxx.."
        #expect(
            failure() == (leadsOut ? .unfitZip(path: directory("a.zip"), .unsafeName(entry: name)) : nil))
    }

    @Test func encryptedEntriesAreRefused() throws {
        var bytes = try sample()
        let list = try #require(bytes.firstRange(of: Array("PK\u{1}\u{2}".utf8))).lowerBound
        bytes[list + 8] |= 1
        directory.file("a.zip", bytes: bytes)
        #expect(failure() == .unfitZip(path: directory("a.zip"), .encrypted(entry: "aa/first")))
    }

    @Test func bothLimitsHold() throws {
        let bytes = try sample()
        directory.file("a.zip", bytes: bytes)
        let path = directory("a.zip")
        let largest = [SizedFile(path: "aa/first", bytes: 2000), SizedFile(path: "second", bytes: 1000)]
        #expect(failure(SizeLimits(zip: bytes.count, unpacked: 3000)) == nil)
        #expect(
            failure(SizeLimits(zip: bytes.count - 1, unpacked: 3000))
                == .zipTooLarge(path: path, bytes: bytes.count, limit: bytes.count - 1, largest: largest))
        #expect(
            failure(SizeLimits(zip: bytes.count, unpacked: 2999))
                == .unpackedTooLarge(path: path, bytes: 3000, limit: 2999, largest: largest))
    }

    @Test func listsThatContradictThemselvesAreDamaged() throws {
        var bytes = try sample()
        bytes[bytes.count - 12] = 3
        directory.file("a.zip", bytes: bytes)
        guard case .unfitZip(_, .damaged(nil, _)) = failure() else {
            Issue.record("\(String(describing: failure()))")
            return
        }
    }

    @Test func noDamagedByteAnywhereCrashes() throws {
        let bytes = try sample()
        for offset in bytes.indices {
            var damaged = bytes
            damaged[offset] ^= 0xff
            directory.file("a.zip", bytes: damaged)
            _ = failure()
        }
    }

    private func sample() throws -> [UInt8] {
        let source = TemporaryDirectory()
        source.directory("aa")
        source.file("aa/first", String(repeating: "abcdefghij", count: 200))
        source.file("second", String(repeating: "0123456789", count: 100))
        let output = try OpenFile(inMemoryFor: source.path)
        let entries = try SourceTree.scan(source.path).entries.filter { $0.kind != .directory }
        try DeploymentPackage.write(SourceTree(entries: entries, leftOut: []), to: output)
        return try output.bytes(at: 0, count: output.status().size)
    }

    private func failure(_ limits: SizeLimits = .lambda) -> PackagingFailure? {
        do throws(PackagingFailure) {
            _ = try DeploymentPackage.zip(at: directory("a.zip"), limits: limits)
            return nil
        } catch {
            return error
        }
    }
}
