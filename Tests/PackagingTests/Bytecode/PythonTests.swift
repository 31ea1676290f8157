import Testing

@testable import Packaging

/// Python's bytecode in a package, held against the Python of this machine.
struct PythonTests {
    let directory = TemporaryDirectory()

    @Test func theHashOfASourceIsPythons() throws {
        for text in ["", "x", "seven77", "eight888", "nine99999", String(repeating: "größe = 1\n", count: 300)] {
            directory.file("mod.py", text)
            let told = try python(
                "import importlib.util as u; print(u.source_hash(open('mod.py','rb').read()).hex(), u.MAGIC_NUMBER.hex())"
            )
            let (hash, magic) = (told.prefix(16), told.dropFirst(17))
            let header = [UInt8](hex: magic) + [UInt8](repeating: 0, count: 12)
            let ours = header.withUnsafeBytes { header in
                Array(text.utf8).withUnsafeBytes { BytecodeHeader(header)?.hash(of: $0) }
            }
            #expect(ours == [UInt8](hex: hash), "\(text.count) bytes")
        }
    }

    /// Of Python 3.10, with SipHash-2-4: https://www.aumasson.jp/siphash/siphash.pdf (appendix A), with half of its key.
    @Test func theHashOfOlderPythonsIsSipHash24() {
        let header = [UInt8]([0x6f, 0x0d, 0x0d, 0x0a]) + [UInt8](repeating: 0, count: 12)
        let hash = header.withUnsafeBytes { header in
            [UInt8]([1, 2, 3]).withUnsafeBytes { BytecodeHeader(header)?.hash(of: $0) }
        }
        #expect(hash == Self.sipHash24(of: [1, 2, 3], key: 0x0a0d_0d6f))
    }

    @Test(arguments: [
        "mod", "pkg/mod", "größe", String(repeating: "n", count: 200) + "/" + String(repeating: "m", count: 100),
    ])
    func whatIsGoodHereIsGoodWhateverItsDate(module: String) throws {
        try compile(module, "def f(): return [g for g in (lambda x: x,)]\nclass C:\n    def m(self): return 1\n")
        let (package, unpacked) = try unpackedPackage()
        #expect(package.changes == PackageChanges(rewritten: 1, leftOut: 0))
        let cache = try python("import importlib.util as u; print(u.cache_from_source('\(module).py'))")
        let told = try python(
            """
            import marshal, importlib.util as u
            data = open('\(unpacked)/\(cache)', 'rb').read()
            source = open('\(unpacked)/\(module).py', 'rb').read()
            def paths(code): return {code.co_filename}.union(*(paths(c) for c in code.co_consts if hasattr(c, 'co_filename')))
            print(data[:4] == u.MAGIC_NUMBER, data[4], data[8:16] == u.source_hash(source), paths(marshal.loads(data[16:])))
            """)
        #expect(told == "True 1 True {'/var/task/\(module).py'}")
        // Nothing is compiled and nothing is written, even where it could be.
        let name = module.split(separator: "/").joined(separator: ".")
        let verbose = run(
            "python3", ["-v", "-c", "import sys; sys.path.insert(0, '\(unpacked)'); import \(name); \(name).f()"])
        #expect(verbose.output.contains("matches \(unpacked)"), "\(verbose.output.suffix(2_000))")
        #expect(!verbose.output.contains("wrote '\(unpacked)"))
    }

    @Test func whereItWasCompiledDoesNotShow() throws {
        var zips: Set<[UInt8]> = []
        for place in ["a", "some/where/much/further/away", String(repeating: "x", count: 250)] {
            let other = TemporaryDirectory()
            _ = run("/bin/mkdir", ["-p", other("\(place)/pkg")])
            other.file("\(place)/pkg/mod.py", "def f(): pass\n")
            _ = run("python3", ["-m", "compileall", "-q", other(place)])
            zips.insert(try DeploymentPackage.zip(of: other(place), limits: .lambda).bytes)
        }
        #expect(zips.count == 1)
    }

    @Test(
        arguments: [
            // Written again, with another time or another size.
            ("open('mod.py', 'a').write('#')", .leftOut),
            ("os.utime('mod.py', (1, 1))", .leftOut),
            ("os.remove('mod.py')", .leftOut),
            // What it was compiled from was no file of that name.
            ("py_compile.compile('mod.py', cfile=cache, dfile='<frozen>', doraise=True)", .leftOut),
            ("py_compile.compile('mod.py', cfile=cache, dfile='C:\\\\x\\\\mod.py', doraise=True)", .rewritten),
            ("py_compile.compile('mod.py', cfile=cache, invalidation_mode=checked)", .rewritten),
            (
                "py_compile.compile('mod.py', cfile=cache, invalidation_mode=checked); open('mod.py', 'a').write('#')",
                .leftOut
            ),
            ("py_compile.compile('mod.py', cfile=cache, invalidation_mode=unchecked)", .kept),
            (
                "py_compile.compile('mod.py', cfile=cache, invalidation_mode=unchecked); open('mod.py', 'a').write('#')",
                .kept
            ),
            ("os.rename(cache, 'mod.pyc')", .rewritten),
            ("os.rename(cache, 'mod.pyc'); os.remove('mod.py')", .kept),
            ("os.rename(cache, cache.replace('cpython', 'pypy'))", .rewritten),
            ("open(cache, 'wb').write(b'')", .leftOut),
            ("open(cache, 'r+b').truncate(40)", .leftOut),
            ("open(cache, 'ab').write(b'x')", .leftOut),
            ("spoil(0, b'\\x03\\xf3')", .leftOut),
            ("spoil(4, b'\\x02')", .leftOut),
        ] as [(String, Outcome)])
    func whatPythonWouldNotUseIsLeftOut(change: String, outcome: Outcome) throws {
        try compile("mod", "def f(): pass\n")
        directory.file("app.py", "")
        _ = try python(
            """
            import importlib.util, os, py_compile
            cache = importlib.util.cache_from_source('mod.py')
            checked, unchecked = (getattr(py_compile.PycInvalidationMode, n) for n in ('CHECKED_HASH', 'UNCHECKED_HASH'))
            def spoil(place, data):
                with open(cache, 'r+b') as file: file.seek(place); file.write(data)
            \(change)
            """)
        let package = try DeploymentPackage.zip(of: directory.path, limits: .lambda)
        let isThere = package.contents.entries.contains { $0.path.hasSuffix(".pyc") }
        #expect(isThere == (outcome != .leftOut))
        #expect(
            package.changes
                == PackageChanges(rewritten: outcome == .rewritten ? 1 : 0, leftOut: outcome == .leftOut ? 1 : 0))
    }

    enum Outcome {
        case kept, rewritten, leftOut
    }

    @Test func aPathThatIsAConstantAsWellIsNotTouched() throws {
        // What marshal writes where one text is both: nothing may change it, for the function may go by it.
        directory.file("mod.py", "x = 1\n")
        try compile("mod", "x = 1\n")
        _ = try python(
            """
            import marshal, importlib.util
            cache = importlib.util.cache_from_source('mod.py')
            data = open(cache, 'rb').read()
            code = marshal.loads(data[16:])
            code = code.replace(co_consts=code.co_consts + (code.co_filename,))
            open(cache, 'wb').write(data[:16] + marshal.dumps(code))
            """)
        let package = try DeploymentPackage.zip(of: directory.path, limits: .lambda)
        #expect(package.changes == PackageChanges(rewritten: 0, leftOut: 1))
    }

    private func compile(_ module: String, _ text: String) throws {
        _ = run("/bin/mkdir", ["-p", directory(module)])
        directory.file("\(module).py", text)
        _ = try python("import py_compile; py_compile.compile('\(module).py', doraise=True)")
    }

    private func unpackedPackage() throws -> (DeploymentPackage, String) {
        let package = try DeploymentPackage.zip(of: directory.path, limits: .lambda)
        let elsewhere = directory("unpacked")
        directory.file("a.zip", bytes: try package.bytes)
        _ = run("python3", ["-m", "zipfile", "-e", directory("a.zip"), elsewhere])
        return (package, elsewhere)
    }

    private func python(_ program: String) throws -> String {
        let ended = run("python3", ["-c", "import os; os.chdir('\(directory.path)')\n\(program)"])
        try #require(ended.status == 0, "\(ended.output)")
        return String(ended.output.dropLast())
    }

    private static func sipHash24(of bytes: [UInt8], key: UInt64) -> [UInt8] {
        let hash = bytes.withUnsafeBytes { sipHash($0, key: key, rounds: 2, finalRounds: 4) }
        return (0..<8).map { UInt8(truncatingIfNeeded: hash >> (8 * $0)) }
    }
}

extension PackageChanges {
    fileprivate init(rewritten: Int, leftOut: Int) {
        self.init()
        bytecodeRewritten = rewritten
        bytecodeLeftOut = leftOut
    }
}
