import Glibc
import HTTP

/// As many bytes as wanted, all the same, that take no memory; fails once so many have been read.
struct Pattern: ByteSource {
    let count: Int
    var failsAfter = Int.max

    func read(at offset: Int, into buffer: UnsafeMutableRawBufferPointer) throws(ByteSourceFailure) -> Int {
        guard offset < failsAfter else { throw ByteSourceFailure(reason: "the disk is gone") }
        let length = min(buffer.count, count - offset)
        if let start = buffer.baseAddress { memset(start, 7, length) }
        return length
    }
}
