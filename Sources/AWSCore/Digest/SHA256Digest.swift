import FoundationEssentials

/// The SHA-256 of some bytes: 32 bytes, shown as AWS shows them.
package struct SHA256Digest: Sendable, Hashable {
    static let byteCount = 32

    package let bytes: [UInt8]

    init(_ bytes: [UInt8]) {
        self.bytes = bytes
    }

    /// `nil` for what is no digest of a zip as `CodeSha256` shows it.
    package init?(base64: String) {
        guard let data = Data(base64Encoded: base64), data.count == Self.byteCount else { return nil }
        bytes = Array(data)
    }

    /// The digest of the whole source, read once from its beginning in pieces.
    /// - Throws: ``ByteSourceFailure`` when it cannot be read to its end.
    package static func of(_ source: any ByteSource) throws(ByteSourceFailure) -> SHA256Digest {
        let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: 131_072, alignment: 16)
        defer { buffer.deallocate() }
        var hash = SHA256()
        var offset = 0
        while offset < source.count {
            let length = try source.read(at: offset, into: buffer)
            guard length > 0 else { throw ByteSourceFailure(reason: "it ended after \(offset) bytes") }
            hash.update(UnsafeRawBufferPointer(rebasing: buffer[..<length]))
            offset += length
        }
        return hash.finish()
    }

    package static func of(_ bytes: [UInt8]) -> SHA256Digest {
        var hash = SHA256()
        bytes.withUnsafeBytes { hash.update($0) }
        return hash.finish()
    }

    /// 64 digits in lower case, as SigV4 and image digests write it.
    package var hex: String { hexadecimal(bytes) }

    /// 44 characters, as `CodeSha256` of a zip shows it.
    package var base64: String { Data(bytes).base64EncodedString() }
}

/// Two lower-case digits a byte.
func hexadecimal(_ bytes: [UInt8]) -> String {
    let digits = Array("0123456789abcdef".utf8)
    var text: [UInt8] = []
    text.reserveCapacity(2 * bytes.count)
    for byte in bytes {
        text.append(digits[Int(byte >> 4)])
        text.append(digits[Int(byte & 15)])
    }
    return String(decoding: text, as: UTF8.self)
}
