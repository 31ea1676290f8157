@testable import Packaging

/// Small zips of different makes.
enum SampleZip {
    static let signatures = [
        "PK\u{1}\u{2}", "PK\u{3}\u{4}", "PK\u{5}\u{6}", "PK\u{6}\u{6}", "PK\u{6}\u{7}", "PK\u{7}\u{8}",
    ]

    /// As the program writes it.
    static func ordinary(comment: String) throws -> [UInt8] {
        let source = TemporaryDirectory()
        source.directory("lib")
        source.file("lib/größe.py", String(repeating: "size = 1\n", count: 20))
        source.file("app.py", "def handler(event, context): return event\n", mode: 0o755)
        source.link("main.py", to: "lib/größe.py")
        var bytes = try DeploymentPackage.zip(of: source.path, limits: .lambda).bytes
        bytes[bytes.count - 2] = UInt8(comment.utf8.count)
        return bytes + comment.utf8
    }

    /// One stored entry, with the second end record that zips of more than 65,535 entries have (Zip64).
    static func large() -> [UInt8] {
        let name = Array("a.txt".utf8)
        let content = Array("hello".utf8)
        let common = [20, 0, 0, 0, 0, 0, 0, 0, 0x21, 0] + crcOfHello + le(5, 4) + le(5, 4) + le(5, 2) + le(0, 2)
        let file = Array("PK\u{3}\u{4}".utf8) + common + name + content
        let listed = Array("PK\u{1}\u{2}".utf8) + le(20, 2) + common + le(0, 2 + 2 + 2 + 4) + le(0, 4) + name
        let place = le(1, 8) + le(1, 8) + le(listed.count, 8) + le(file.count, 8)
        let end = Array("PK\u{6}\u{6}".utf8) + le(44, 8) + le(45, 2) + le(45, 2) + le(0, 4) + le(0, 4) + place
        let locator = Array("PK\u{6}\u{7}".utf8) + le(0, 4) + le(file.count + listed.count, 8) + le(1, 4)
        let count = le(0xffff, 2) + le(0xffff, 2)
        return file + listed + end + locator + Array("PK\u{5}\u{6}".utf8) + le(0, 4) + count
            + le(listed.count, 4) + le(file.count, 4) + le(0, 2)
    }

    private static let crcOfHello: [UInt8] = [0x86, 0xa6, 0x10, 0x36]

    /// The number in so many bytes, the lowest first.
    private static func le(_ number: Int, _ count: Int) -> [UInt8] {
        (0..<count).map { $0 < 8 ? UInt8(truncatingIfNeeded: number >> (8 * $0)) : 0 }
    }
}
