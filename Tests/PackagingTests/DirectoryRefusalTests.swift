import Glibc
import Testing

@testable import Packaging

struct DirectoryRefusalTests {
    let directory = TemporaryDirectory()

    @Test func whatIsMissingIsNamed() {
        let path = directory("dist")
        #expect(failure(of: path) == .missing(path: path))
    }

    @Test func whereAPathBeginsIsSaidOfWhatIsMissing() {
        let told = failure(of: directory("dist"))?.description ?? ""
        #expect(told.contains("dist' does not exist. In a workflow a path begins at the workspace"), "\(told)")
    }

    @Test func theReasonStandsBehindAPathOfAnyLength() {
        let path = directory(String(repeating: "d", count: 5_000))
        let told = failure(of: path)?.description ?? ""
        #expect(told.count < 400 && told.hasSuffix("cannot be read: File name too long."), "\(told)")
    }

    @Test func aFileIsNoDirectory() {
        directory.file("dist", "x")
        #expect(failure(of: directory("dist")) == .unfitDirectory(path: directory("dist"), .notADirectory))
    }

    @Test func emptyDirectoriesAloneAreNoPackage() {
        directory.directory("a")
        directory.directory("a/b")
        #expect(failure(of: directory.path) == .unfitDirectory(path: directory.path, .empty(isAnythingLeftOut: false)))
    }

    @Test(arguments: ["secret", "closed"])
    func whatMayNotBeReadIsNamed(name: String) {
        chmod(directory.path, 0o755)
        directory.directory("closed")
        directory.file("closed/a", "x")
        directory.file("secret", "x")
        chmod(directory(name), 0)
        let found = asNobody { failure(of: directory.path) }
        #expect(found == .unreadable(path: directory(name), reason: "Permission denied"))
    }

    @Test func allThatIsUnfitIsNamedAtOnce() {
        mkfifo(directory("pipe"), 0o644)
        directory.file("fine", "x")
        directory.link("gone", to: "nothing")
        directory.link("out", to: "../fine")
        let entries = [
            UnfitEntry(path: "gone", why: .linkLeadsNowhere(target: "nothing", end: nil, isLeftOut: false)),
            UnfitEntry(path: "out", why: .linkLeavesDirectory(target: "../fine", end: nil)),
            UnfitEntry(path: "pipe", why: .notAFile),
        ]
        #expect(failure(of: directory.path) == .unfitDirectory(path: directory.path, .unfitEntries(entries)))
    }

    @Test func namesThatAreNotUTF8AreRefused() {
        let name = Array(directory("").utf8CString.dropLast()) + [CChar(bitPattern: 0xff), 0]
        mkdir(name, 0o755)
        let entries = [UnfitEntry(path: "\u{fffd}", why: .nameIsNotUTF8)]
        #expect(failure(of: directory.path) == .unfitDirectory(path: directory.path, .unfitEntries(entries)))
    }

    @Test(arguments: [-1, 1])
    func aFileThatChangesWhileItIsReadIsNoticed(difference: Int) throws {
        directory.file("log", "0123456789")
        let stale = SourceEntry(
            path: "log", kind: .file(size: 10 + difference, isExecutable: false),
            place: directory("log"))
        let tree = SourceTree(entries: [stale], leftOut: [])
        let output = try OpenFile(inMemoryFor: directory.path)
        #expect(throws: PackagingFailure.changedWhileReading(path: directory("log"))) {
            try DeploymentPackage.write(tree, to: output)
        }
    }

    @Test func whatUnpacksTooLargeIsRefusedBeforeItIsRead() {
        directory.file("big", "")
        truncate(directory("big"), 262_144_001)
        let expected = PackagingFailure.unpackedTooLarge(
            path: directory.path, bytes: 262_144_001, limit: 262_144_000,
            largest: [SizedFile(path: "big", bytes: 262_144_001)])
        #expect(failure(of: directory.path) == expected)
    }

    @Test func aZipThatIsTooLargeNamesBothWaysOutAndItsLargestFiles() throws {
        for size in 1...7 { directory.file("file\(size)", String(repeating: "x", count: size)) }
        let failure = #expect(throws: PackagingFailure.self) {
            try DeploymentPackage.zip(of: directory.path, limits: SizeLimits(zip: 100, unpacked: 1000))
        }
        let told = try #require(failure).description
        #expect(told.contains("Give s3-bucket"), "\(told)")
        #expect(told.contains("or make the package smaller"), "\(told)")
        let largest = (3...7).reversed().map { "'file\($0)' (\($0) bytes)" }.joined(separator: ", ")
        #expect(told.hasSuffix("The largest of its files, unpacked: \(largest)."), "\(told)")
    }

    @Test func oneThatIsTooLargeForS3IsNotSentThere() throws {
        let failure = PackagingFailure.zipTooLarge(path: "a", bytes: 524_288_001, limit: 524_288_000, largest: [])
        #expect(!failure.description.contains("s3-bucket"), "\(failure.description)")
    }

    private func failure(of path: String) -> PackagingFailure? {
        do throws(PackagingFailure) {
            _ = try DeploymentPackage.zip(of: path, limits: .lambda)
            return nil
        } catch {
            return error
        }
    }
}

/// Does something with nobody's right to files. It holds for this thread only: setfsuid(2), which Swift does not show.
private func asNobody<T>(_ body: () -> T) -> T {
    typealias SetFileSystemUser = @convention(c) (uid_t) -> Int32
    guard let symbol = dlsym(nil, "setfsuid") else { fatalError("no setfsuid") }
    let setFileSystemUser = unsafeBitCast(symbol, to: SetFileSystemUser.self)
    let before = setFileSystemUser(65_534)
    defer { _ = setFileSystemUser(uid_t(before)) }
    return body()
}
