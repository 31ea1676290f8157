import HTTP

extension HTTPRequest {
    /// The key that it is signed by.
    var signer: String? {
        headers["Authorization"]?.split(separator: "Credential=").last?.split(separator: "/").first.map(String.init)
    }

    var formFields: [String: String] {
        guard headers["Content-Type"] == "application/x-www-form-urlencoded" else { return [:] }
        let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: body.count, alignment: 1)
        defer { buffer.deallocate() }
        let count = (try? body.read(at: 0, into: buffer)) ?? 0  // it lies in memory
        let pairs = String(decoding: buffer[..<count], as: UTF8.self).split(separator: "&").map {
            $0.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
        }
        return Dictionary(pairs.map { (String($0[0]), percentDecoded($0[1])) }) { $1 }
    }
}

private func percentDecoded(_ text: Substring) -> String {
    var bytes = Array(text.utf8)[...]
    var decoded: [UInt8] = []
    while let byte = bytes.popFirst() {
        let isEscape = byte == UInt8(ascii: "%")
        decoded.append(isEscape ? UInt8(String(decoding: bytes.prefix(2), as: UTF8.self), radix: 16) ?? 0 : byte)
        if isEscape { bytes = bytes.dropFirst(2) }
    }
    return String(decoding: decoded, as: UTF8.self)
}
