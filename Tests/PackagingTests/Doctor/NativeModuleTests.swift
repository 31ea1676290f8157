import Testing

@testable import Packaging

struct NativeModuleTests {
    @Test(
        arguments: [
            ("lib/_fast.cpython-313-x86_64-linux-gnu.so", .linux, nil),
            ("lib/_fast.abi3.so", .linux, nil),
            ("lib/_fast.so", .linux, nil),
            ("numpy.libs/libopenblas.so", .linux, nil),
            ("lib/_fast.cpython-312-x86_64-linux-gnu.so", .linux, .otherPython(runtime: "python3.13")),
            ("lib/_fast.cpython-313-aarch64-linux-gnu.so", .linuxARM, .otherMachine(architecture: "x86_64")),
            ("lib/_fast.cpython-313-darwin.so", .mac, .otherSystem),
            ("lib/_fast.cpython-313-x86_64-linux-musl.so", .linux, .otherSystem),
            ("lib/_fast.cp313-win_amd64.pyd", .windows, .otherSystem),
            ("lib/_fast.so", .linuxARM, .otherMachine(architecture: "x86_64")),
            ("lib/libfast.dylib", .mac, .otherSystem),
            ("lib/script.so", nil, nil),
        ] as [(String, Glimpse?, UnfitModule?)])
    func aModuleOfPythonThatCannotBeLoadedIsWarnedOf(path: String, glimpse: Glimpse?, unfit: UnfitModule?) {
        let contents = PackageContents(.file("app.py"), .file(path, glimpse))
        let findings = contents.findings("python3.13", "app.f")
        #expect(findings == (unfit.map { [.nativeModules(Names([path]), $0)] } ?? []))
        #expect(findings.allSatisfy { !$0.isError })
    }

    @Test func aSiblingThatFitsIsEnough() {
        let families: [[(String, Glimpse)]] = [
            [("a.cpython-312-x86_64-linux-gnu.so", .linux), ("a.cpython-313-x86_64-linux-gnu.so", .linux)],
            [
                ("node_modules/fast/prebuilds/darwin-arm64/node.napi.node", .mac),
                ("node_modules/fast/prebuilds/win32-x64/node.napi.node", .windows),
                ("node_modules/fast/prebuilds/linux-x64/node.napi.glibc.node", .linux),
            ],
            [
                ("node_modules/@img/sharp-darwin-arm64/lib/sharp-darwin-arm64.node", .mac),
                ("node_modules/@img/sharp-linux-x64/lib/sharp-linux-x64.node", .linux),
            ],
            [("prebuilds/darwin-x64+arm64/fast.node", .mac), ("prebuilds/linux-x64/fast.node", .linux)],
            [("debug/attach_x86_64.dylib", .mac), ("debug/attach_linux_amd64.so", .linux)],
        ]
        for family in families {
            let entries = [PackageEntry.file("app.py"), .file("app.js")] + family.map { PackageEntry.file($0.0, $0.1) }
            let contents = PackageContents(entries: entries, isFinishedZip: false, jars: [:])
            #expect(contents.findings("python3.13", "app.f") == [], "\(family)")
            #expect(contents.findings("nodejs22.x", "app.f") == [], "\(family)")
            let withoutTheFit = PackageContents(entries: entries.dropLast(), isFinishedZip: false, jars: [:])
            #expect(withoutTheFit.findings("python3.13", "app.f").count == 1, "\(family)")
        }
    }

    @Test func aFitOfAnotherPackageIsNone() {
        let contents = PackageContents(
            .file("app.js"), .file("node_modules/@next/swc-darwin-arm64/next-swc.darwin-arm64.node", .mac),
            .file("node_modules/fast/build/Release/fast.node", .linux))
        let path = "node_modules/@next/swc-darwin-arm64/next-swc.darwin-arm64.node"
        #expect(contents.findings("nodejs22.x", "app.f") == [.nativeModules(Names([path]), .otherSystem)])
    }

    @Test func librariesThatComeForManyPlatformsChooseByThemselves() {
        let contents = PackageContents(
            .file("app.py"), .file("debug/attach_linux_amd64.so", .linux), .file("debug/attach.dylib", .mac),
            .file("debug/attach_linux_x86.so", .program(NativeBinary(system: .linux, machine: .x86))))
        #expect(contents.findings("python3.13", "app.f", on: "arm64") == [])
    }

    @Test func jarsAndDotNetBringModulesForAllPlatforms() {
        let contents = PackageContents(
            .file("Orders.class"), .file("Orders.dll"), .file("com/sun/jna/darwin/libjnidispatch.dylib", .mac),
            .file("runtimes/osx-x64/native/libfast.dylib", .mac))
        #expect(contents.findings("java21", "Orders") == [])
        #expect(contents.findings("dotnet8", "Orders") == [])
    }

    @Test func ofManyFiveAreNamed() throws {
        let entries = (0..<9).map { PackageEntry.file("lib/_\($0).cpython-312-x86_64-linux-gnu.so", .linux) }
        let contents = PackageContents(entries: [.file("app.py")] + entries, isFinishedZip: false, jars: [:])
        guard case .nativeModules(let names, _)? = contents.findings("python3.13", "app.f").first else {
            Issue.record("no finding")
            return
        }
        #expect(names.count == 9 && names.shown.count == 5)
    }
}
