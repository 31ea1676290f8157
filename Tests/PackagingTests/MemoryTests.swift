import Glibc
import Testing

@testable import Packaging

struct MemoryTests {
    /// 45 MB that do not compress, so that the zip is as large as they are. In a process of its own, where no other
    /// test's memory counts.
    @Test func aLargePackageIsNeverInMemoryAsAWhole() async {
        await #expect(processExitsWith: .success) {
            let directory = TemporaryDirectory()
            directory.directory("in")
            for number in 0..<9 { directory.file("in/\(number)", bytes: noise(megabytes: 5, seed: UInt64(number) + 1)) }
            let before = try resetPeak()
            let package = try DeploymentPackage.zip(of: directory("in"), limits: .lambda)
            #expect(package.count > 45_000_000)
            #expect(try peak() - before < 8_000)
            try save(package, as: directory("a.zip"))
            let beforeReading = try resetPeak()
            let read = try DeploymentPackage.zip(at: directory("a.zip"), limits: .lambda)
            #expect(read.uncompressedBytes == 45 << 20)
            #expect(try peak() - beforeReading < 8_000)
        }
    }
}

/// One megabyte of noise again and again: zlib looks back 32 kB only.
private func noise(megabytes: Int, seed: UInt64) -> [UInt8] {
    var state = seed
    let words = (0..<131_072).map { _ in
        state ^= state << 13
        state ^= state >> 7
        state ^= state << 17
        return state
    }
    let bytes = words.withUnsafeBytes { [UInt8]($0) }
    return (0..<megabytes).reduce(into: []) { all, _ in all += bytes }
}

private func save(_ package: DeploymentPackage, as path: String) throws {
    let descriptor = open(path, O_WRONLY | O_CREAT | O_CLOEXEC, mode_t(0o644))
    defer { close(descriptor) }
    let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: 1 << 20, alignment: 16)
    defer { buffer.deallocate() }
    for offset in stride(from: 0, to: package.count, by: buffer.count) {
        let count = try package.read(at: offset, into: buffer)
        #expect(write(descriptor, buffer.baseAddress, count) == count)
    }
}

/// Forgets the process's peak (proc(5), clear_refs) and says how much is resident now, in kB.
private func resetPeak() throws -> Int {
    let descriptor = open("/proc/self/clear_refs", O_WRONLY | O_CLOEXEC)
    defer { close(descriptor) }
    #expect(write(descriptor, "5", 1) == 1)
    return try peak()
}

private func peak() throws -> Int {
    let status = run("/bin/cat", ["/proc/\(getpid())/status"]).output
    let line = try #require(status.split(separator: "\n").first { $0.hasPrefix("VmHWM:") })
    return try #require(Int(line.split(whereSeparator: \.isWhitespace)[1]))
}
