import Glibc
import Testing

@testable import Packaging

/// A package that is kept in a file.
struct SavingTests {
    let directory = TemporaryDirectory()

    init() {
        for name in ["dist", "out"] { directory.directory(name) }
        directory.file("dist/app.py", "handler")
    }

    @Test func theFileIsTheZipAndNothingElseIsLeft() throws {
        directory.file("out/app.zip", "older and longer than what comes, whatever it was before", mode: 0o600)
        let package = try DeploymentPackage.zip(of: directory("dist"), limits: .lambda)
        try package.write(toFileAt: directory("out/app.zip"), token: "t")
        let saved = try OpenFile(reading: directory("out/app.zip"), flags: 0)
        #expect(try saved.bytes(at: 0, count: saved.status().size) == bytes(of: package))
        #expect(run("stat", ["-c", "%a", directory("out/app.zip")]) == (0, "644\n"))
        #expect(try ListedName.all(in: directory("out")).map(\.text) == ["app.zip"])
    }

    @Test(.enabled(if: geteuid() == 0, "only root may give a file away"))
    func itsOwnerIsThatOfItsDirectory() throws {
        chown(directory("out"), 1234, 5678)
        try save(to: "out/app.zip")
        #expect(run("stat", ["-c", "%u %g", directory("out/app.zip")]) == (0, "1234 5678\n"))
    }

    @Test(arguments: [
        ("dist", "cannot be written: Is a directory."), ("none/app.zip", "none' does not exist."),
        ("dist/app.py/app.zip", "cannot be written: Not a directory."),
        ("out/\(String(repeating: "n", count: 255))", "too long."),
    ])
    func whatCannotBeWrittenIsNamedAndLeavesNothing(path: String, told: String) throws {
        let failure = #expect(throws: PackagingFailure.self) { try save(to: path) }
        #expect(failure?.description.contains(told) == true, "\(failure?.description ?? "")")
        #expect(run("find", [directory.path, "-name", ".*"]).output.isEmpty)
    }

    @Test(arguments: [
        ("dist/app.zip", true), ("dist/../dist/app.zip", true), ("link/app.zip", true), ("dist/sub/app.zip", true),
        ("out/app.zip", false), ("app.zip", false), ("dist/left/app.zip", false), ("dist/app.out", false),
    ])
    func thatTheNextPackageWouldHoldItIsKnown(path: String, isHeld: Bool) throws {
        for name in ["dist/sub", "dist/left"] { directory.directory(name) }
        directory.link("link", to: "dist")
        directory.file("dist/.lambdaignore", "left/\n")
        let source = SourceDirectory(path: directory("dist"), exclude: IgnoreList(lines: "/*.out"), links: .keep)
        #expect(try source.wouldHold(fileAt: directory(path)) == isHeld)
    }

    private func save(to path: String) throws {
        try DeploymentPackage.zip(of: directory("dist"), limits: .lambda).write(toFileAt: directory(path), token: "t")
    }
}
