/// A part of a source, read from the source itself each time.
package struct ByteSlice: ByteSource {
    private let source: any ByteSource
    private let range: Range<Int>

    /// - Parameter range: within the source.
    package init(_ source: any ByteSource, _ range: Range<Int>) {
        self.source = source
        self.range = range
    }

    package var count: Int { range.count }

    package func read(
        at offset: Int, into buffer: UnsafeMutableRawBufferPointer
    ) throws(ByteSourceFailure) -> Int {
        let wanted = min(buffer.count, range.count - offset)
        return try source.read(at: range.lowerBound + offset, into: .init(rebasing: buffer[..<wanted]))
    }
}
