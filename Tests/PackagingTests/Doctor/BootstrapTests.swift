import Testing

@testable import Packaging

struct BootstrapTests {
    @Test(
        arguments: [
            (.linux, 0o755, "x86_64", []),
            (.linuxARM, 0o755, "arm64", []),
            (.script(endsInCarriageReturn: false), 0o755, "arm64", []),
            (.linux, 0o644, "x86_64", [.bootstrapNotExecutable]),
            (.linux, nil, "x86_64", [.bootstrapNotExecutable]),
            (.linux, 0o755, "arm64", [.bootstrapForOtherMachine(.amd64, architecture: "arm64")]),
            (.linuxARM, 0o755, "x86_64", [.bootstrapForOtherMachine(.arm64, architecture: "x86_64")]),
            (.mac, 0o755, "arm64", [.bootstrapForOtherSystem(.macOS)]),
            (.windows, 0o755, "x86_64", [.bootstrapForOtherSystem(.windows)]),
            (.script(endsInCarriageReturn: true), 0o755, "x86_64", [.bootstrapHasCarriageReturn]),
        ] as [(Glimpse, Int?, String, [Finding])])
    func aBootstrapThatCannotStartIsAnError(
        glimpse: Glimpse, mode: Int?, architecture: String, expected: [Finding]
    ) {
        let contents = PackageContents(.file("bootstrap", glimpse, mode: mode.map(UInt16.init)))
        let findings = contents.findings("provided.al2023", "any", on: architecture)
        #expect(findings == expected)
        #expect(findings.allSatisfy { $0.isError })
        // It comes before the one of a layer.
        #expect(contents.findings("provided.al2023", "any", on: architecture, besides: true) == expected)
    }

    @Test func whatMayRunOnlyWarns() {
        let small = Glimpse.program(NativeBinary(system: .linux, machine: .x86))
        for glimpse in [small, nil] {
            let contents = PackageContents(.file("bootstrap", glimpse, mode: 0o755))
            #expect(contents.findings("provided.al2023", "any").map(\.isError) == [false])
        }
    }

    @Test func otherRuntimesStartNoBootstrap() {
        let contents = PackageContents(.file("bootstrap", .mac), .file("app.py"))
        #expect(contents.findings("python3.13", "app.f") == [])
    }

    @Test func inADirectoryItGetsItsExecuteBit() throws {
        for (text, isProgram) in [("#!/bin/sh\nexec ./app\n", true), ("\u{7f}ELF" + linux, true), ("text", false)] {
            let directory = TemporaryDirectory()
            directory.file("bootstrap", text)
            directory.file("other", text)
            let package = try DeploymentPackage.zip(of: directory.path, limits: .lambda)
            let found = package.contents.entries.map(\.isExecutable)
            #expect(found == [isProgram, false], "\(text.debugDescription)")
            #expect(package.changes.isBootstrapMadeExecutable == isProgram)
            directory.file("a.zip", bytes: try package.bytes)
            let zip = try DeploymentPackage.zip(at: directory("a.zip"), limits: .lambda)
            #expect(zip.contents.entries.map(\.isExecutable) == [isProgram, false])
        }
    }

    /// The rest of the header of a program for x86_64.
    private let linux = "\u{2}\u{1}\u{1}\0\0\0\0\0\0\0\0\0\u{2}\0\u{3e}\0"
}
