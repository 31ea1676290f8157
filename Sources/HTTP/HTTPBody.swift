/// A request's body as parts in order, read piece by piece and as often as need be: once to hash, once a try to send.
package struct HTTPBody: Sendable {
    package enum Part: Sendable {
        case bytes([UInt8])
        /// The source's bytes in base64 (RFC 4648, padded), encoded while they are read.
        case base64(any ByteSource)
        /// The source's bytes as they are.
        case source(any ByteSource)
    }

    package let parts: [Part]
    /// The length of the whole body in bytes, as in Content-Length.
    package let count: Int

    package init(parts: [Part]) {
        self.parts = parts
        count = parts.reduce(0) { $0 + $1.count }
    }

    package static let empty = HTTPBody(parts: [])

    package static func bytes(_ bytes: [UInt8]) -> HTTPBody {
        HTTPBody(parts: [.bytes(bytes)])
    }
}

extension HTTPBody: ByteSource {
    package func read(
        at offset: Int, into buffer: UnsafeMutableRawBufferPointer
    ) throws(ByteSourceFailure) -> Int {
        var written = 0
        var start = 0
        for part in parts {
            let end = start + part.count
            while written < buffer.count, offset + written < end {
                let rest = UnsafeMutableRawBufferPointer(rebasing: buffer[written...])
                written += try part.read(at: offset + written - start, into: rest)
            }
            start = end
        }
        return written
    }
}

extension HTTPBody.Part {
    fileprivate var count: Int {
        switch self {
        case .bytes(let bytes): bytes.count
        case .base64(let source): (source.count + 2) / 3 * 4
        case .source(let source): source.count
        }
    }

    fileprivate func read(
        at offset: Int, into buffer: UnsafeMutableRawBufferPointer
    ) throws(ByteSourceFailure) -> Int {
        switch self {
        case .bytes(let bytes):
            let length = min(buffer.count, bytes.count - offset)
            bytes.withUnsafeBytes { buffer.copyMemory(from: .init(rebasing: $0[offset..<offset + length])) }
            return length
        case .base64(let source):
            return try source.readBase64(at: offset, into: buffer)
        case .source(let source):
            let length = try source.read(at: offset, into: buffer)
            guard length > 0 else { throw ByteSourceFailure(reason: "it ended after \(offset) bytes") }
            return length
        }
    }
}
