private let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)
private let padding = UInt8(ascii: "=")

/// At most so many groups of three bytes at a time: 48 KB, whatever the caller's buffer.
private let groupsAtOnce = 16_384

extension ByteSource {
    /// Copies the source's base64 text from `offset` (counted in that text) on into `buffer`, and says how many bytes.
    func readBase64(
        at offset: Int, into buffer: UnsafeMutableRawBufferPointer
    ) throws(ByteSourceFailure) -> Int {
        let skipped = offset % 4
        let groups = min((skipped + buffer.count + 3) / 4, groupsAtOnce)
        let plain = UnsafeMutableRawBufferPointer.allocate(byteCount: groups * 3, alignment: 1)
        defer { plain.deallocate() }
        let length = try readAll(at: offset / 4 * 3, into: plain)
        let text = encode(plain[..<length]).dropFirst(skipped).prefix(buffer.count)
        buffer.copyBytes(from: text)
        return text.count
    }

    /// Fills the buffer, or as much of it as the source has.
    private func readAll(at offset: Int, into buffer: UnsafeMutableRawBufferPointer) throws(ByteSourceFailure) -> Int {
        let wanted = min(buffer.count, count - offset)
        var filled = 0
        while filled < wanted {
            let part = try read(at: offset + filled, into: .init(rebasing: buffer[filled..<wanted]))
            guard part > 0 else { throw ByteSourceFailure(reason: "it ended after \(offset + filled) bytes") }
            filled += part
        }
        return filled
    }
}

private func encode(_ bytes: Slice<UnsafeMutableRawBufferPointer>) -> [UInt8] {
    var text: [UInt8] = []
    text.reserveCapacity((bytes.count + 2) / 3 * 4)
    for start in stride(from: bytes.startIndex, to: bytes.endIndex, by: 3) {
        let left = bytes.endIndex - start
        let first = UInt32(bytes[start])
        let second = left > 1 ? UInt32(bytes[start + 1]) : 0
        let third = left > 2 ? UInt32(bytes[start + 2]) : 0
        let triple = first << 16 | second << 8 | third
        text.append(alphabet[Int(triple >> 18)])
        text.append(alphabet[Int(triple >> 12 & 63)])
        text.append(left > 1 ? alphabet[Int(triple >> 6 & 63)] : padding)
        text.append(left > 2 ? alphabet[Int(triple & 63)] : padding)
    }
    return text
}
