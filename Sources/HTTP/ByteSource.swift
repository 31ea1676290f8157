/// Bytes that can be read from any place as often as need be, without holding them all in memory: a file, an array.
package protocol ByteSource: Sendable {
    /// The number of bytes; it never changes.
    var count: Int { get }

    /// Copies bytes from `offset` on into `buffer`, and says how many: fewer than asked only at the end.
    /// - Throws: ``ByteSourceFailure`` when they cannot be read, or are fewer than `count` promised.
    func read(at offset: Int, into buffer: UnsafeMutableRawBufferPointer) throws(ByteSourceFailure) -> Int
}

/// A source that could not be read, with the system's reason.
package struct ByteSourceFailure: Error, Equatable {
    package let reason: String

    package init(reason: String) {
        self.reason = reason
    }
}
