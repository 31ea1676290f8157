import Testing

@testable import Packaging

/// What is wrong with zips that somebody else made, read from zips that Python made so.
struct ZipFindingTests {
    let directory = TemporaryDirectory()

    @Test(
        arguments: [
            ("z.writestr(entry('app.py'), b'x')", []),
            ("z.writestr(entry('./app.py'), b'x')", []),
            ("z.writestr(entry('lib\\\\app.py'), b'x')", [.backslashes(Names(["lib\\app.py"]))]),
            ("z.writestr(entry('C:\\\\a.py'), b'x')", [.backslashes(Names(["C:\\a.py"]))]),
            (
                "z.writestr(entry('a.py'), b'x'); z.writestr(entry('b.py'), b'x'); z.writestr(entry('a.py'), b'y')",
                [.duplicates(Names(["a.py"]))]
            ),
            ("z.writestr(entry('app.py', 0o600), b'x')", [.unreadable(Names(["app.py"]))]),
            ("z.writestr(entry('app.py', 0), b'x')", [.unreadable(Names(["app.py"]))]),
            ("z.writestr(entry('app.py', 0, system=0), b'x')", []),
            ("z.writestr(entry('d/', 0), b''); z.writestr(entry('d/app.py'), b'x')", []),
            ("z.writestr(entry('d/', 0o40700), b''); z.writestr(entry('d/app.py'), b'x')", [.unreadable(Names(["d"]))]),
            ("z.writestr(entry('app.py'), b'x' * 999, 12)", [.otherCompression(Names(["app.py"]))]),
            ("z.writestr(entry('app.py'), b'x' * 999, 14)", [.otherCompression(Names(["app.py"]))]),
        ] as [(String, [Finding])])
    func aZipIsReadAsItIs(statement: String, expected: [Finding]) throws {
        let contents = try contents(of: statement)
        #expect(contents.findings == expected)
        #expect(contents.findings.map(\.isError) == expected.map { if case .backslashes = $0 { true } else { false } })
    }

    @Test func bytecodeThatNoDateFitsIsCounted() throws {
        let pyc = "__import__('struct').pack('<HHIII', 3571, 0x0a0d, 0, TIME, 1)"
        let source = "z.writestr(entry('mod.py', day=DAY), b'x')"
        for (time, day, count) in [(1_700_000_000, 1, 1), (1_700_000_000, 2, 0), (315_532_800, 1, 0)] {
            let both = "\(source); z.writestr(entry('__pycache__/mod.cpython-313.pyc'), \(pyc))"
            let contents = try contents(of: both.with("TIME", "\(time)").with("DAY", "\(day)"))
            #expect(contents.findings == (count == 0 ? [] : [.outdatedBytecode(count: count)]))
        }
    }

    @Test func deflate64IsNamedAndNotUnpacked() throws {
        directory.file("a.zip", bytes: try zip("z.writestr(entry('app.py'), b'x')").replacingMethod(by: 9))
        let package = try DeploymentPackage.zip(at: directory("a.zip"), limits: .lambda)
        #expect(package.contents.findings == [.otherCompression(Names(["app.py"]))])
    }

    @Test func aLinkInAZipIsFollowed() throws {
        let contents = try contents(
            of: "z.writestr(entry('app.py', 0o120777), b'src/main.py'); z.writestr(entry('src/main.py'), b'x')")
        #expect(contents.findings("python3.13", "app.f") == [])
        #expect(contents.findings("python3.13", "src/other.f").count == 1)
    }

    private func contents(of statement: String) throws -> PackageContents {
        directory.file("a.zip", bytes: try zip(statement))
        return try DeploymentPackage.zip(at: directory("a.zip"), limits: .lambda).contents
    }

    private func zip(_ statement: String) throws -> [UInt8] {
        let made = run(
            "python3",
            [
                "-W", "ignore", "-c",
                """
                import zipfile
                def entry(name, mode=0o644, system=3, day=2):
                    entry = zipfile.ZipInfo(name, (1980, 1, day, 0, 0, 0))
                    entry.external_attr, entry.create_system = mode << 16 | 0x20, system
                    return entry
                with zipfile.ZipFile('\(directory("made.zip"))', 'w') as z:
                    \(statement)
                print(open('\(directory("made.zip"))', 'rb').read().hex())
                """,
            ])
        try #require(made.status == 0, "\(made.output)")
        return [UInt8](hex: made.output.dropLast())
    }
}

extension String {
    fileprivate func with(_ name: String, _ value: String) -> String {
        split(separator: name, omittingEmptySubsequences: false).joined(separator: value)
    }
}

extension [UInt8] {
    /// Of a zip with one entry.
    fileprivate func replacingMethod(by method: UInt8) -> [UInt8] {
        var bytes = self
        bytes[8] = method
        for place in bytes.indices where bytes[place...].starts(with: "PK\u{1}\u{2}".utf8) {
            bytes[place + 10] = method
        }
        return bytes
    }
}
