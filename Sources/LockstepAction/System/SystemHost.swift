import Glibc
import Inputs
import Reporting

/// The machine itself.
package struct SystemHost: Host {
    package let environment: [String: String]

    package init() {
        environment = variables(in: entries(of: environ))
    }

    package func append(_ text: String, toFileAt path: String) throws(HostFailure) {
        // A pipe that nobody reads is a failure, not a reason to wait; one that is read is waited for as ever.
        let descriptor = open(path, O_WRONLY | O_APPEND | O_CREAT | O_CLOEXEC | O_NONBLOCK, 0o644)
        guard descriptor >= 0 else { throw failure(path) }
        defer { close(descriptor) }
        guard fcntl(descriptor, F_SETFL, O_APPEND) == 0 else { throw failure(path) }
        guard writeAll(text, to: descriptor) else { throw failure(path) }
    }

    package func read(fileAt path: String, bytesAtMost most: Int) throws(HostFailure) -> [UInt8] {
        // A pipe that nobody writes is not waited for: only an ordinary file has an end.
        let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
        guard descriptor >= 0 else { throw failure(path) }
        defer { close(descriptor) }
        var status = stat()
        guard fstat(descriptor, &status) == 0 else { throw failure(path) }
        guard status.st_mode & S_IFMT == S_IFREG else { throw HostFailure(reason: "\(path): it is not a file") }
        guard let bytes = readAll(descriptor, bytesAtMost: most + 1) else { throw failure(path) }
        guard bytes.count <= most else { throw HostFailure(reason: "\(path): it has more than \(most) bytes") }
        return bytes
    }

    package func run(_ command: [String], within time: Duration) async throws(HostFailure) -> [UInt8] {
        try await ChildProcess(command).read(within: time)
    }

    package func randomToken() -> String {
        var generator = SystemRandomNumberGenerator()
        return String(generator.next(), radix: 36) + String(generator.next(), radix: 36)
    }

    private func failure(_ path: String) -> HostFailure {
        HostFailure(reason: "\(path): \(String(cString: strerror(errno)))")
    }
}

/// The variables of entries such as `NAME=value`.
///
/// An entry is split at the byte. To Swift an equals sign and a mark after it are one character, and ProcessInfo, which
/// looks for the character, loses the variable.
func variables(in entries: [[UInt8]]) -> [String: String] {
    entries.reduce(into: [:]) { variables, entry in
        guard let equals = entry.firstIndex(of: UInt8(ascii: "=")) else { return }
        let name = String(decoding: entry[..<equals], as: UTF8.self)
        variables[name] = String(decoding: entry[equals...].dropFirst(), as: UTF8.self)
    }
}

/// The bytes of C's texts up to the list's end.
private func entries(of list: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>) -> [[UInt8]] {
    sequence(first: 0) { $0 + 1 }.lazy.map { list[$0] }.prefix { $0 != nil }.compactMap(\.self).map { text in
        UnsafeRawBufferPointer(start: text, count: strlen(text)).map(\.self)
    }
}

/// `false` when the descriptor took less than all, with the reason in `errno`.
func writeAll(_ text: String, to descriptor: Int32) -> Bool {
    var bytes = Array(text.utf8)[...]
    while !bytes.isEmpty {
        let count = bytes.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
        if count < 0, errno == EINTR { continue }
        guard count > 0 else { return false }
        bytes = bytes.dropFirst(count)
    }
    return true
}

/// `nil` when it could not be read, with the reason in `errno`.
private func readAll(_ descriptor: Int32, bytesAtMost most: Int) -> [UInt8]? {
    var bytes: [UInt8] = []
    var part = [UInt8](repeating: 0, count: 1 << 16)
    while bytes.count < most {
        let count = part.withUnsafeMutableBytes { Glibc.read(descriptor, $0.baseAddress, min($0.count, most)) }
        if count < 0, errno == EINTR { continue }
        guard count >= 0 else { return nil }
        if count == 0 { break }
        bytes += part[..<count]
    }
    return bytes
}
