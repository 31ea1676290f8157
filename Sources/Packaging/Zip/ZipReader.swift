import CArchive
import Glibc

/// Unpacks a zip's entries to nowhere, so that one that is damaged shows here and not when Lambda unpacks it.
final class ZipReader {
    private let archive: OpaquePointer
    private let file: OpenFile
    private let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: 1 << 16, alignment: 16)

    init(of file: OpenFile) throws(PackagingFailure) {
        guard let archive = archive_read_new() else { throw .unreadable(path: file.path, reason: reason(ENOMEM)) }
        self.archive = archive
        self.file = file
        try check(archive_read_support_format_zip_seekable(archive), at: nil)
        try check(archive_read_open_fd(archive, file.descriptor, 1 << 16), at: nil)
    }

    deinit {
        archive_read_free(archive)
        buffer.deallocate()
    }

    /// Goes to the next entry.
    /// - Parameter entry: Its name, for messages.
    /// - Returns: where it leads, if it is a link whose target can be read.
    func next(_ entry: String) throws(PackagingFailure) -> String? {
        var header: OpaquePointer?
        let result = archive_read_next_header(archive, &header)
        // A warning is about names that this process's locale cannot write down. They are known already.
        guard result == ARCHIVE_OK || result == ARCHIVE_WARN else { throw failure(at: entry) }
        return header.flatMap(archive_entry_symlink).flatMap { String(validatingCString: $0) }
    }

    /// Unpacks the entry and checks its checksum, unless there are more bytes than `most`.
    /// - Parameter look: Is shown piece after piece; the first has at least ``Glimpse/mostBytes`` if there are so many.
    /// - Returns: How many bytes came out.
    func unpack(
        _ entry: String, atMost most: Int, _ look: (UnsafeRawBufferPointer) throws(PackagingFailure) -> Void
    ) throws(PackagingFailure) -> Int {
        var total = 0
        while total < most {
            let count = archive_read_data(archive, buffer.baseAddress, buffer.count)
            guard count >= 0 else { throw failure(at: entry) }
            if count == 0 { break }
            try look(UnsafeRawBufferPointer(rebasing: buffer[..<count]))
            total += count
        }
        return total
    }

    private func check(_ result: Int32, at entry: String?) throws(PackagingFailure) {
        guard result == ARCHIVE_OK else { throw failure(at: entry) }
    }

    private func failure(at entry: String?) -> PackagingFailure {
        .unfitZip(path: file.path, .damaged(entry: entry, reason: archiveReason(archive)))
    }
}
