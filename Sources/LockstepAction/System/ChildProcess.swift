import Glibc
import Inputs

/// A program that is run for what it writes. It gets this process's environment and no input; what it says of errors is not
/// taken, for nobody knows what stands in it.
struct ChildProcess {
    private let id: pid_t
    private let output: Int32

    /// More than any keys take.
    private static let mostBytes = 1 << 20
    private static let look = Duration.milliseconds(20)

    /// - Parameter command: its first word is looked for on the PATH.
    init(_ command: [String]) throws(HostFailure) {
        var ends: [Int32] = [-1, -1]
        guard pipe(&ends) == 0 else { throw HostFailure(reason: "no pipe can be made") }
        for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, "/dev/null", O_RDONLY, 0)
        posix_spawn_file_actions_adddup2(&actions, ends[1], STDOUT_FILENO)
        posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, "/dev/null", O_WRONLY, 0)
        var attributes = Self.attributes()
        defer { posix_spawnattr_destroy(&attributes) }
        var words = command.map { strdup($0) } + [nil]
        defer { for word in words { free(word) } }
        var id: pid_t = 0
        let fault = posix_spawnp(&id, command[0], &actions, &attributes, &words, environ)
        close(ends[1])
        guard fault == 0 else {
            close(ends[0])
            throw HostFailure(reason: String(cString: strerror(fault)))
        }
        _ = fcntl(ends[0], F_SETFL, O_NONBLOCK)
        (self.id, output) = (id, ends[0])
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
        defer { close(output) }
        let end = ContinuousClock.now + time
        var bytes: [UInt8] = []
        var part = [UInt8](repeating: 0, count: 1 << 12)
        while ContinuousClock.now < end, !Task.isCancelled, bytes.count <= Self.mostBytes {
            let count = part.withUnsafeMutableBytes { Glibc.read(output, $0.baseAddress, $0.count) }
            if count > 0 {
                bytes += part[..<count]
                continue
            }
            var status: Int32 = 0
            if count == 0, waitpid(id, &status, WNOHANG) == id {
                guard status == 0 else { throw HostFailure(reason: "it failed (\(Self.ending(status)))") }
                return bytes
            }
            try? await Task.sleep(for: Self.look)  // a cancellation is noticed by the loop
        }
        kill(-id, SIGKILL)
        var status: Int32 = 0
        waitpid(id, &status, 0)
        throw HostFailure(reason: "it did not end in time, or wrote too much")
    }

    /// Source: https://man7.org/linux/man-pages/man3/wait.3p.html
    private static func ending(_ status: Int32) -> String {
        status & 0x7F == 0 ? "exit code \(status >> 8 & 0xFF)" : "signal \(status & 0x7F)"
    }
}
