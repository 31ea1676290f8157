import HTTP
import Testing

@testable import AWSCore

/// Source of the digests: FIPS 180-4's examples and `sha256sum`.
@Test(arguments: [
    ("", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
    ("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
])
func aDigestIsTheOneOfTheStandard(_ text: String, _ hex: String) throws {
    #expect(SHA256Digest.of(Array(text.utf8)).hex == hex)
    #expect(try SHA256Digest.of(HTTPBody.bytes(Array(text.utf8))).hex == hex)
}

@Test func aDigestInBase64IsWhatCodeSha256Shows() {
    #expect(SHA256Digest.of([]).base64 == "47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=")
}

@Test func aSourceIsDigestedInPiecesAsItIsAtOnce() throws {
    let bytes = (0..<400_000).map { UInt8(truncatingIfNeeded: $0 &* 31) }
    let inParts = HTTPBody(parts: [.bytes(Array(bytes[..<131_073])), .bytes(Array(bytes[131_073...]))])
    #expect(try SHA256Digest.of(inParts) == SHA256Digest.of(bytes))
}

@Test func aSourceThatEndsTooSoonHasNoDigest() {
    struct Short: ByteSource {
        let count = 10
        func read(at offset: Int, into buffer: UnsafeMutableRawBufferPointer) throws(ByteSourceFailure) -> Int {
            min(4 - min(offset, 4), buffer.count)
        }
    }
    #expect(throws: ByteSourceFailure(reason: "it ended after 4 bytes")) { try SHA256Digest.of(Short()) }
}

/// Source: RFC 4231, test case 2.
@Test func anHMACIsTheOneOfTheStandard() {
    let code = hmacSHA256(key: Array("Jefe".utf8), "what do ya want for nothing?")
    #expect(hexadecimal(code) == "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843")
}

@Test func base64IsDecodedWhateverStandsBetween() {
    #expect(decodedBase64("U1RBUlQg\r\nw6Q=") == "START ä")
    #expect(decodedBase64("/w==") == "\u{FFFD}")
    #expect(decodedBase64("!") == nil)
}
