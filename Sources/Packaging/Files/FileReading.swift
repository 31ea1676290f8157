import Glibc

/// Reads a file of a tree that must not change meanwhile: nobody could say what was packaged.
struct FileReading {
    let file: OpenFile
    /// Its first piece, or all of it; in the buffer, and good until the next piece is read.
    let start: UnsafeRawBufferPointer
    private let buffer: UnsafeMutableRawBufferPointer
    private let before: FileStatus

    /// - Parameters:
    ///   - size: What it had when its directory was read; nil if it does not matter.
    ///   - buffer: What its pieces pass through.
    init(of path: String, size: Int?, through buffer: UnsafeMutableRawBufferPointer) throws(PackagingFailure) {
        file = try OpenFile(reading: path, flags: O_NOFOLLOW)
        before = try file.status()
        guard before.kind == .file, before.size == size ?? before.size else { throw .changedWhileReading(path: path) }
        self.buffer = buffer
        let count = try file.read(at: 0, into: buffer)
        start = UnsafeRawBufferPointer(rebasing: buffer[..<min(count, before.size)])
    }

    /// In seconds since 1970.
    var modifiedAt: Int { before.modifiedAt }

    /// The whole, piece by piece.
    func pass(to take: (UnsafeRawBufferPointer) throws(PackagingFailure) -> Void) throws(PackagingFailure) {
        try take(start)
        var offset = start.count
        while offset < before.size {
            let count = try file.read(at: offset, into: buffer)
            guard count > 0 else { throw .changedWhileReading(path: file.path) }
            try take(UnsafeRawBufferPointer(rebasing: buffer[..<min(count, before.size - offset)]))
            offset += count
        }
        guard offset == before.size, try file.status() == before else { throw .changedWhileReading(path: file.path) }
    }

    func all() throws(PackagingFailure) -> [UInt8] {
        let bytes = try file.bytes(at: 0, count: before.size)
        guard try file.status() == before else { throw .changedWhileReading(path: file.path) }
        return bytes
    }
}
