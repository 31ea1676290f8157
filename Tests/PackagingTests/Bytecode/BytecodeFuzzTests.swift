import Fuzzing
import Testing

@testable import Packaging

/// Whatever bytes bytecode has: it is left out, kept, or rewritten to what is read the same way again.
struct BytecodeFuzzTests {
    private static let source = Array("def f(): pass\n".utf8)

    @Test func spoiltBytecodeIsNeverACrash() throws {
        let directory = TemporaryDirectory()
        directory.file("mod.py", bytes: Self.source)
        _ = run("python3", ["-m", "compileall", "-q", "--invalidation-mode", "unchecked-hash", directory.path])
        let name = try #require(BytecodeName(path: "__pycache__/mod.cpython-311.pyc"))
        let listed = run("/bin/ls", [directory("__pycache__")]).output.dropLast()
        let whole = try OpenFile(reading: directory("__pycache__/\(listed)"), flags: 0)
        let code = Array(try whole.bytes(at: 0, count: whole.status().size).dropFirst(16))
        let magic = try whole.bytes(at: 0, count: 4)
        let dated = magic + [0, 0, 0, 0, 7, 0, 0, 0, UInt8(Self.source.count), 0, 0, 0]
        #expect(judge(dated + code, name).isRewritten)
        for one in Campaign("bytecode that was spoilt", cases: 4_000, filter: "BytecodeFuzzTests") {
            var dice = one.dice
            let bytes = dated + dice.mutated(code, words: ["z", "\u{63}", "r\0\0\0\0", "(", "{0", "mod.py"])
            guard case .rewritten(let again) = judge(bytes, name) else { continue }
            #expect(judge(again, name) == .kept, "\(one)")
            let path = Array(again.dropFirst(16)).withUnsafeBytes { MarshalledPath(in: $0, magic: 3495 | 0x0a0d << 16) }
            #expect(path?.text == Array("/var/task/mod.py".utf8), "\(one)")
        }
    }

    /// A stack that is used up is a crash.
    @Test func codeAsDeepAsAnybodyLikesIsNeverACrash() throws {
        let name = try #require(BytecodeName(path: "mod.pyc"))
        let dated: [UInt8] = [0xa7, 0x0d, 0x0d, 0x0a, 0, 0, 0, 0, 7, 0, 0, 0, UInt8(Self.source.count), 0, 0, 0]
        for nested in [
            Array("(\u{1}\0\0\0".utf8), [UInt8(ascii: ")"), 1], [UInt8(ascii: "{")],
            Array("c".utf8) + [UInt8](repeating: 0, count: 20),
        ] {
            let code =
                Array("c".utf8) + [UInt8](repeating: 0, count: 20)
                + Array([[UInt8]](repeating: nested, count: 100_000).joined())
            #expect(judge(dated + code, name) == .leftOut)
        }
    }

    private func judge(_ bytes: [UInt8], _ name: BytecodeName) -> Bytecode {
        bytes.withUnsafeBytes { bytes in
            Self.source.withUnsafeBytes { source in
                Bytecode(of: bytes, name, source: .init(path: "mod.py", time: 7, content: source))
            }
        }
    }
}

extension Bytecode {
    fileprivate var isRewritten: Bool {
        if case .rewritten = self { true } else { false }
    }
}
