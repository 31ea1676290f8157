import HTTP

/// As many bytes as wanted that take no memory; fails once so many have been read.
struct Pattern: ByteSource {
    let count: Int
    var failsAfter = Int.max

    func read(at offset: Int, into buffer: UnsafeMutableRawBufferPointer) throws(ByteSourceFailure) -> Int {
        guard offset < failsAfter else { throw ByteSourceFailure(reason: "the disk is gone") }
        let length = min(buffer.count, count - offset)
        for index in 0..<length { buffer[index] = UInt8(truncatingIfNeeded: offset + index) }
        return length
    }
}
