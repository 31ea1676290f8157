import HTTP
import Testing

@Suite struct HTTPBodyTests {
    /// RFC 4648, section 10, and the lengths around them.
    @Test(arguments: [
        ("", ""), ("f", "Zg=="), ("fo", "Zm8="), ("foo", "Zm9v"), ("foob", "Zm9vYg=="), ("fooba", "Zm9vYmE="),
        ("foobar", "Zm9vYmFy"),
    ])
    func base64IsThatOfItsSpecification(plain: String, text: String) throws {
        let body = HTTPBody(parts: [.base64(Bytes(Array(plain.utf8), mostAtOnce: 1))])
        #expect(body.count == text.utf8.count)
        #expect(String(decoding: try read(body, chunk: 3), as: UTF8.self) == text)
    }

    @Test(arguments: [0, 1, 2, 3, 4, 5, 6, 7, 47, 48, 49, 1000, 1001, 1002], [1, 2, 3, 4, 5, 7, 64, 5000])
    func anyChunksMakeTheSameBody(length: Int, chunk: Int) throws {
        let plain = (0..<length).map { UInt8(truncatingIfNeeded: $0 * 251 + 7) }
        let expected = Array(#"{"a":""#.utf8) + reference(plain) + Array(#"","b":""#.utf8) + reference(plain) + [125]
        for mostAtOnce in [1, 2, 3, 100, .max] {
            let source = Bytes(plain, mostAtOnce: mostAtOnce)
            let body = HTTPBody(parts: [
                .bytes(Array(#"{"a":""#.utf8)), .base64(source), .bytes([]), .bytes(Array(#"","b":""#.utf8)),
                .base64(source), .bytes([125]),
            ])
            #expect(body.count == expected.count)
            #expect(try read(body, chunk: chunk) == expected)
        }
    }

    @Test func anyOffsetReadsTheRest() throws {
        let plain = (0..<100).map { UInt8($0) }
        let body = HTTPBody(parts: [.bytes([1, 2]), .base64(Bytes(plain, mostAtOnce: 10)), .bytes([3])])
        let expected = [1, 2] + reference(plain) + [3]
        for offset in 0...expected.count {
            for length in [0, 1, 2, 3, 4, 5, 200] {
                #expect(try read(body, at: offset, length) == Array(expected[offset...].prefix(length)))
            }
        }
    }

    @Test func moreThanOneReadOfTheSourceIsNoDifference() throws {
        let plain = (0..<200_000).map { UInt8(truncatingIfNeeded: $0 / 3) }
        let body = HTTPBody(parts: [.base64(Bytes(plain, mostAtOnce: .max))])
        #expect(try read(body, at: 0, 300_000) == reference(plain))
    }

    @Test func aSourceThatEndsEarlyIsAFailure() {
        let body = HTTPBody(parts: [.base64(Bytes([1, 2, 3], mostAtOnce: .max, promised: 5))])
        #expect(throws: ByteSourceFailure(reason: "it ended after 3 bytes")) { try read(body, at: 0, 100) }
    }

    @Test(arguments: [1, 2, 5, 100, 5000], [1, 3, .max])
    func aSliceOfASourceIsSentAsItIs(chunk: Int, mostAtOnce: Int) throws {
        let plain = (0..<1_000).map { UInt8(truncatingIfNeeded: $0 * 251 + 7) }
        let source = Bytes(plain, mostAtOnce: mostAtOnce)
        for range in [0..<1_000, 0..<0, 0..<1, 999..<1_000, 300..<700] {
            let body = HTTPBody(parts: [.bytes([1]), .source(ByteSlice(source, range)), .bytes([2, 3])])
            #expect(body.count == range.count + 3)
            #expect(try read(body, chunk: chunk) == [1] + plain[range] + [2, 3])
        }
    }

    @Test func aSliceThatEndsEarlyIsAFailure() {
        let slice = ByteSlice(Bytes([1, 2, 3], mostAtOnce: .max, promised: 5), 1..<5)
        let body = HTTPBody(parts: [.source(slice)])
        #expect(throws: ByteSourceFailure(reason: "it ended after 2 bytes")) { try read(body, at: 0, 100) }
    }

    @Test func theEmptyBodyIsEmpty() throws {
        #expect(HTTPBody.empty.count == 0)
        #expect(try read(.empty, at: 0, 10) == [])
    }
}

/// Bytes that come in small parts if so wanted, and may be fewer than promised.
private struct Bytes: ByteSource {
    let bytes: [UInt8]
    let mostAtOnce: Int
    let count: Int

    init(_ bytes: [UInt8], mostAtOnce: Int, promised: Int? = nil) {
        self.bytes = bytes
        self.mostAtOnce = mostAtOnce
        count = promised ?? bytes.count
    }

    func read(at offset: Int, into buffer: UnsafeMutableRawBufferPointer) throws(ByteSourceFailure) -> Int {
        let part = bytes.dropFirst(offset).prefix(min(mostAtOnce, buffer.count))
        buffer.copyBytes(from: part)
        return part.count
    }
}

private func read(_ body: HTTPBody, at offset: Int, _ length: Int) throws(ByteSourceFailure) -> [UInt8] {
    let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: length, alignment: 1)
    defer { buffer.deallocate() }
    let count = try body.read(at: offset, into: buffer)
    return Array(buffer[..<count])
}

/// The whole body, read in chunks; each but the last must be full.
private func read(_ body: HTTPBody, chunk: Int) throws(ByteSourceFailure) -> [UInt8] {
    var all: [UInt8] = []
    while all.count < body.count {
        let part = try read(body, at: all.count, chunk)
        #expect(part.count == min(chunk, body.count - all.count))
        guard !part.isEmpty else { break }
        all += part
    }
    return all
}

/// Base64 by its definition, bit by bit; slow, and nothing like the one under test.
private func reference(_ bytes: [UInt8]) -> [UInt8] {
    let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)
    var bits = bytes.flatMap { byte in (0..<8).map { Int(byte >> (7 - $0) & 1) } }
    while bits.count % 6 != 0 { bits.append(0) }
    var text = stride(from: 0, to: bits.count, by: 6).map { start in
        alphabet[bits[start..<start + 6].reduce(0) { $0 * 2 + $1 }]
    }
    while text.count % 4 != 0 { text.append(UInt8(ascii: "=")) }
    return text
}
