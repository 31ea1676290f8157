import CArchive
import Glibc

/// An open file, closed when the last who holds it lets go.
final class OpenFile: Sendable {
    let descriptor: Int32
    /// As messages name it.
    let path: String

    private init(descriptor: Int32, path: String) {
        self.descriptor = descriptor
        self.path = path
    }

    deinit {
        close(descriptor)
    }

    /// Opens an existing file for reading.
    /// - Parameter flags: More than reading and closing on exec. (No wait for a pipe's other end is ever wanted.)
    convenience init(reading path: String, flags: Int32) throws(PackagingFailure) {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK | flags)
        guard descriptor >= 0 else { throw .unopened(path: path, errno: errno) }
        self.init(descriptor: descriptor, path: path)
    }

    /// Makes a file without a name that lives in memory, so that a container with a read-only disk can build a zip.
    /// Its bytes are not mapped into the process and do not count as its resident memory.
    convenience init(inMemoryFor path: String) throws(PackagingFailure) {
        let descriptor = memfd_create("deployment-package", lockstep_memfd_close_on_exec)
        guard descriptor >= 0 else { throw .notWritten(path: path, reason: reason(errno)) }
        self.init(descriptor: descriptor, path: path)
    }

    /// Makes a file that everybody may read, where there is nothing yet.
    /// - Parameter final: What it is to become, for messages.
    convenience init(creating path: String, for final: String) throws(PackagingFailure) {
        let descriptor = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o644)
        guard descriptor >= 0 else { throw .notSaved(path: final, reason: reason(errno)) }
        self.init(descriptor: descriptor, path: path)
        // A umask may have taken rights away.
        guard fchmod(descriptor, 0o644) == 0 else { throw .notSaved(path: final, reason: reason(errno)) }
    }

    func append(_ bytes: UnsafeRawBufferPointer, for final: String) throws(PackagingFailure) {
        var rest = bytes[...]
        while !rest.isEmpty {
            let count = Glibc.write(descriptor, UnsafeRawBufferPointer(rebasing: rest).baseAddress, rest.count)
            if count < 0, errno == EINTR { continue }
            guard count > 0 else { throw .notSaved(path: final, reason: reason(errno)) }
            rest = rest.dropFirst(count)
        }
    }

    func giveAway(to owner: FileStatus.Owner) throws(PackagingFailure) {
        guard try status().owner != owner else { return }
        // Whoever may not do this (only root may) keeps the file, which everybody may read.
        _ = fchown(descriptor, owner.user, owner.group)
    }

    func status() throws(PackagingFailure) -> FileStatus {
        var status = stat()
        guard fstat(descriptor, &status) == 0 else { throw .unreadable(path: path, reason: reason(errno)) }
        return FileStatus(status)
    }

    /// Fills the buffer from `offset` on, and says how many bytes it got: fewer than asked only at the end.
    func read(at offset: Int, into buffer: UnsafeMutableRawBufferPointer) throws(PackagingFailure) -> Int {
        var got = 0
        while got < buffer.count {
            let part = UnsafeMutableRawBufferPointer(rebasing: buffer[got...])
            let count = pread(descriptor, part.baseAddress, part.count, off_t(offset + got))
            if count == 0 { break }
            if count > 0 {
                got += count
            } else if errno != EINTR {
                throw .unreadable(path: path, reason: reason(errno))
            }
        }
        return got
    }

    /// Reads exactly `count` bytes.
    func bytes(at offset: Int, count: Int) throws(PackagingFailure) -> [UInt8] {
        let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: count, alignment: 1)
        defer { buffer.deallocate() }
        guard try read(at: offset, into: buffer) == count else { throw .changedWhileReading(path: path) }
        return [UInt8](buffer)
    }

    func overwrite(_ bytes: [UInt8], at offset: Int) throws(PackagingFailure) {
        guard pwrite(descriptor, bytes, bytes.count, off_t(offset)) == bytes.count else {
            throw .notWritten(path: path, reason: reason(errno))
        }
    }
}

/// The system's own words for an error number.
func reason(_ number: Int32) -> String {
    String(cString: strerror(number))
}
