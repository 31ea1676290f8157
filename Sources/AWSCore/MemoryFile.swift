import CCurl
import Glibc
import HTTP
import Synchronization

/// A file without a name that lives in memory: its bytes are not mapped into the process and do not count as its resident
/// memory. It is filled first, and then read as often as need be.
package final class MemoryFile: Sendable {
    private let descriptor: Int32
    private let length = Atomic(0)

    package init() throws(ByteSinkFailure) {
        descriptor = lockstep_memory_file()
        guard descriptor >= 0 else { throw ByteSinkFailure(reason: systemReason()) }
    }

    deinit {
        close(descriptor)
    }
}

extension MemoryFile: ByteSink {
    package func begin() throws(ByteSinkFailure) {
        guard ftruncate(descriptor, 0) == 0 else { throw ByteSinkFailure(reason: systemReason()) }
        length.store(0, ordering: .releasing)
    }

    package func append(_ bytes: UnsafeRawBufferPointer) throws(ByteSinkFailure) {
        var rest = bytes[...]
        while !rest.isEmpty {
            let part = UnsafeRawBufferPointer(rebasing: rest)
            let written = pwrite(descriptor, part.baseAddress, part.count, off_t(count))
            if written < 0, errno == EINTR { continue }
            guard written > 0 else { throw ByteSinkFailure(reason: systemReason()) }
            length.add(written, ordering: .releasing)
            rest = rest.dropFirst(written)
        }
    }
}

extension MemoryFile: ByteSource {
    package var count: Int { length.load(ordering: .acquiring) }

    package func read(
        at offset: Int, into buffer: UnsafeMutableRawBufferPointer
    ) throws(ByteSourceFailure) -> Int {
        var got = 0
        while got < buffer.count {
            let part = UnsafeMutableRawBufferPointer(rebasing: buffer[got...])
            let read = pread(descriptor, part.baseAddress, part.count, off_t(offset + got))
            if read < 0, errno == EINTR { continue }
            guard read >= 0 else { throw ByteSourceFailure(reason: systemReason()) }
            if read == 0 { break }
            got += read
        }
        return got
    }
}

private func systemReason() -> String {
    String(cString: strerror(errno))
}
