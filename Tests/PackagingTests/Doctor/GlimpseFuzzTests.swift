import Fuzzing
import Testing

@testable import Packaging

/// Whatever a file begins with: it is looked at and nothing else happens.
struct GlimpseFuzzTests {
    private static let names = ["bootstrap", "a.so", "a.pem", ".npmrc", ".pypirc", "a.pyc"]
    private static let beginnings: [[UInt8]] = [
        [0x7f, 0x45, 0x4c, 0x46, 2, 1, 1, 0] + [UInt8](repeating: 0, count: 10) + [62, 0, 1, 0],
        Array("MZ".utf8) + [UInt8](repeating: 0, count: 58) + [0x40, 0, 0, 0] + Array("PE\0\0".utf8),
        Array("#!/bin/sh\r\n".utf8), Array("-----BEGIN PRIVATE KEY-----\n".utf8), Array("_auth=a\npassword: b".utf8),
        [0xf3, 0x0d, 0x0d, 0x0a] + [UInt8](repeating: 0, count: 12), Array("PK\u{3}\u{4}".utf8),
    ]

    @Test func anyBeginningIsLookedAt() {
        for one in Campaign("beginnings of files", cases: 4_000, filter: "GlimpseFuzzTests") {
            var dice = one.dice
            let bytes = dice.mutated(dice.pick(Self.beginnings), words: ["PE", "\u{7f}ELF", "#!", "=", "\n"])
            let name = dice.pick(Self.names)
            let glimpse = bytes.withUnsafeBytes { Glimpse($0, path: name) }
            #expect(bytes.withUnsafeBytes { Glimpse($0, path: "d/\(name)") } == glimpse, "\(one)")
        }
    }

    @Test func everyBeginningIsKnownWhenItIsWhole() {
        for (bytes, name) in zip(Self.beginnings, ["bootstrap", "a.so", "bootstrap", "a.pem", ".npmrc", "a.pyc", "x"]) {
            #expect(bytes.withUnsafeBytes { Glimpse($0, path: name) } != nil, "\(name)")
        }
    }
}
