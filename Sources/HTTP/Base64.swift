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
        let text = encode(.init(rebasing: plain[..<length])).dropFirst(skipped).prefix(buffer.count)
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

/// Through pointers, as a debug build would take a second for every few megabytes otherwise.
private func encode(_ bytes: UnsafeRawBufferPointer) -> [UInt8] {
    let groups = (bytes.count + 2) / 3
    return [UInt8](unsafeUninitializedCapacity: groups * 4) { text, count in
        alphabet.withUnsafeBufferPointer { alphabet in
            for group in 0..<groups {
                let start = group * 3
                let left = bytes.count - start
                let first = Int(bytes[start])
                let second = left > 1 ? Int(bytes[start + 1]) : 0
                let third = left > 2 ? Int(bytes[start + 2]) : 0
                text[group * 4] = alphabet[first >> 2]
                text[group * 4 + 1] = alphabet[first << 4 & 63 | second >> 4]
                text[group * 4 + 2] = left > 1 ? alphabet[second << 2 & 63 | third >> 6] : padding
                text[group * 4 + 3] = left > 2 ? alphabet[third & 63] : padding
            }
        }
        count = groups * 4
    }
}
