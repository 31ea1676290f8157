import Glibc
import Inputs

/// A program that is run for what it writes. It gets this process's environment and no input; what it says of errors is taken
/// where it fails.
struct ChildProcess {
    private let id: pid_t
    private let output: Int32
    private let errors: Int32

    /// More than any keys take.
    private static let mostBytes = 1 << 20
    /// More than anybody reads of errors.
    private static let mostOfErrors = 1 << 12
    private static let look = Duration.milliseconds(20)

    /// - Parameter command: its first word is looked for on the PATH.
    init(_ command: [String]) throws(HostFailure) {
        let output = try Pipe()
        let errors = try Pipe()
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, "/dev/null", O_RDONLY, 0)
        posix_spawn_file_actions_adddup2(&actions, output.input, STDOUT_FILENO)
        posix_spawn_file_actions_adddup2(&actions, errors.input, STDERR_FILENO)
        var attributes = Self.attributes()
        defer { posix_spawnattr_destroy(&attributes) }
        var words = command.map { strdup($0) } + [nil]
        defer { for word in words { free(word) } }
        var id: pid_t = 0
        let fault = posix_spawnp(&id, command[0], &actions, &attributes, &words, environ)
        close(output.input)
        close(errors.input)
        guard fault == 0 else {
            close(output.output)
            close(errors.output)
            throw HostFailure(reason: String(cString: strerror(fault)))
        }
        (self.id, self.output, self.errors) = (id, output.output, errors.output)
    }

    /// A group of its own, so that all of it can be ended; and the signals as any program expects them, for ours are blocked.
    private static func attributes() -> posix_spawnattr_t {
        var attributes = posix_spawnattr_t()
        posix_spawnattr_init(&attributes)
        var none = sigset_t()
        sigemptyset(&none)
        posix_spawnattr_setsigmask(&attributes, &none)
        var standard = sigset_t()
        sigemptyset(&standard)
        sigaddset(&standard, SIGPIPE)
        posix_spawnattr_setsigdefault(&attributes, &standard)
        posix_spawnattr_setflags(
            &attributes, Int16(POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF | POSIX_SPAWN_SETPGROUP))
        return attributes
    }

    /// What it wrote, once it has ended well. It is ended when the time is over, or the task is cancelled.
    func read(within time: Duration) async throws(HostFailure) -> [UInt8] {
        defer {
            close(output)
            close(errors)
        }
        let end = ContinuousClock.now + time
        var bytes: [UInt8] = []
        var said: [UInt8] = []
        while ContinuousClock.now < end, !Task.isCancelled, bytes.count <= Self.mostBytes {
            let isEnded = Self.take(from: output, upTo: Self.mostBytes + 1, &bytes)
            _ = Self.take(from: errors, upTo: Self.mostOfErrors, &said)
            var status: Int32 = 0
            if isEnded, bytes.count <= Self.mostBytes, waitpid(id, &status, WNOHANG) == id {
                guard status != 0 else { return bytes }
                _ = Self.take(from: errors, upTo: Self.mostOfErrors, &said)
                throw Self.failure("it failed (\(Self.ending(status)))", said)
            }
            try? await Task.sleep(for: Self.look)  // a cancellation is noticed by the loop
        }
        kill(-id, SIGKILL)
        var status: Int32 = 0
        waitpid(id, &status, 0)
        throw bytes.count > Self.mostBytes
            ? Self.failure("it wrote more than \(Self.mostBytes) bytes", [])
            : Self.failure("it did not end in time, within \(Int(time.components.seconds)) s", said)
    }

    /// All that is there by now; what goes beyond the most is dropped, so that nobody waits for room.
    /// - Returns: whether nothing more can come.
    private static func take(from end: Int32, upTo most: Int, _ bytes: inout [UInt8]) -> Bool {
        var part = [UInt8](repeating: 0, count: 1 << 12)
        // Whoever writes faster than it is read gets the next turn.
        for _ in 0..<512 {
            let count = part.withUnsafeMutableBytes { Glibc.read(end, $0.baseAddress, $0.count) }
            guard count > 0 else { return count == 0 }
            bytes += part[..<min(count, max(0, most - bytes.count))]
        }
        return false
    }

    private static func failure(_ reason: String, _ said: [UInt8]) -> HostFailure {
        var failure = HostFailure(reason: reason)
        failure.said = String(decoding: said, as: UTF8.self)
        return failure
    }

    /// Source: https://man7.org/linux/man-pages/man3/wait.3p.html
    private static func ending(_ status: Int32) -> String {
        status & 0x7F == 0 ? "exit code \(status >> 8 & 0xFF)" : "signal \(status & 0x7F)"
    }
}

/// For what a program writes: it is read without waiting, and no other program gets the ends.
private struct Pipe {
    let output: Int32
    let input: Int32

    init() throws(HostFailure) {
        var ends: [Int32] = [-1, -1]
        guard pipe(&ends) == 0 else { throw HostFailure(reason: "no pipe can be made") }
        for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
        _ = fcntl(ends[0], F_SETFL, O_NONBLOCK)
        (output, input) = (ends[0], ends[1])
    }
}
