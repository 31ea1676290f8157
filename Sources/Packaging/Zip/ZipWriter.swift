import CArchive
import Glibc

/// Writes a zip that depends on nothing but what is put into it.
///
/// libarchive gives an entry without a time the zip format's first day (1980-01-01 00:00) in any time zone, an owner of 0
/// and no times beside it, and never the name of the host.
final class ZipWriter {
    private let archive: OpaquePointer
    private let output: OpenFile

    /// - Parameter output: Empty; it may be read once ``finish()`` has returned.
    init(to output: OpenFile) throws(PackagingFailure) {
        guard let archive = archive_write_new() else {
            throw .notWritten(path: output.path, reason: reason(ENOMEM))
        }
        self.archive = archive
        self.output = output
        try check(archive_write_set_format_zip(archive))
        // The level is the zip tool's own; without a name here it would be whatever zlib's default becomes.
        try check(archive_write_set_options(archive, "zip:compression=deflate,zip:compression-level=6"))
        try check(archive_write_set_bytes_in_last_block(archive, 1))
        try check(archive_write_open_fd(archive, output.descriptor))
    }

    deinit {
        archive_write_free(archive)
    }

    /// Begins an entry; a file's bytes follow with ``write(_:)``.
    ///
    /// Of a file's mode only the executable bit is kept. The rest depends on the umask of whoever checked it out, and
    /// Lambda runs the function as another user, who must be able to read everything.
    func begin(_ entry: SourceEntry) throws(PackagingFailure) {
        guard let header = archive_entry_new() else { throw .notWritten(path: output.path, reason: reason(ENOMEM)) }
        defer { archive_entry_free(header) }
        archive_entry_set_pathname(header, entry.path)
        switch entry.kind {
        case .directory: archive_entry_set_mode(header, S_IFDIR | 0o755)
        case .file(let size, let isExecutable):
            archive_entry_set_mode(header, S_IFREG | (isExecutable ? 0o755 : 0o644))
            archive_entry_set_size(header, la_int64_t(size))
        case .link(let target):
            archive_entry_set_mode(header, S_IFLNK | 0o777)
            archive_entry_set_symlink(header, target)
        }
        try check(archive_write_header(archive, header))
    }

    func write(_ bytes: UnsafeRawBufferPointer) throws(PackagingFailure) {
        guard archive_write_data(archive, bytes.baseAddress, bytes.count) == bytes.count else { throw failure }
    }

    func write(_ bytes: [UInt8]) throws(PackagingFailure) {
        guard archive_write_data(archive, bytes, bytes.count) == bytes.count else { throw failure }
    }

    /// Writes the directory at the zip's end.
    func finish() throws(PackagingFailure) {
        try check(archive_write_close(archive))
    }

    private func check(_ result: Int32) throws(PackagingFailure) {
        guard result == ARCHIVE_OK else { throw failure }
    }

    private var failure: PackagingFailure {
        .notWritten(path: output.path, reason: archiveReason(archive))
    }
}

/// libarchive's words for what went wrong last.
func archiveReason(_ archive: OpaquePointer) -> String {
    archive_error_string(archive).map { String(cString: $0) } ?? "no reason given"
}
