import Glibc

/// A directory of a test's own, removed with all that is in it when the test lets go of it.
final class TemporaryDirectory {
    let path: String

    init() {
        var template = Array("/tmp/lockstep-packaging-XXXXXX".utf8CString)
        guard mkdtemp(&template) != nil else { fatalError("no temporary directory: \(errno)") }
        path = String(decoding: template.dropLast().map(UInt8.init(bitPattern:)), as: UTF8.self)
    }

    deinit {
        _ = run("/bin/rm", ["-rf", path])
    }

    func callAsFunction(_ name: String) -> String {
        "\(path)/\(name)"
    }

    func directory(_ name: String) {
        mkdir(self(name), 0o755)
    }

    func link(_ name: String, to target: String) {
        symlink(target, self(name))
    }

    func file(_ name: String, _ text: String, mode: mode_t = 0o644) {
        file(name, bytes: Array(text.utf8), mode: mode)
    }

    func file(_ name: String, bytes: [UInt8], mode: mode_t = 0o644) {
        let descriptor = open(self(name), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, mode_t(0o600))
        defer { close(descriptor) }
        var written = 0
        while written < bytes.count {
            let count = bytes[written...].withUnsafeBytes { write(descriptor, $0.baseAddress, $0.count) }
            guard count > 0 else { fatalError("cannot write \(name): \(errno)") }
            written += count
        }
        fchmod(descriptor, mode)
    }
}

/// Runs another program to its end, and says how it ended and what it printed.
func run(_ program: String, _ arguments: [String]) -> (status: Int32, output: String) {
    var ends: [Int32] = [0, 0]
    guard pipe(&ends) == 0 else { fatalError("no pipe: \(errno)") }
    for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_adddup2(&actions, ends[1], 1)
    posix_spawn_file_actions_adddup2(&actions, ends[1], 2)
    var words = ([program] + arguments).map { strdup($0) } + [nil]
    defer { for word in words { free(word) } }
    var child = pid_t()
    let result = posix_spawnp(&child, program, &actions, nil, &words, environ)
    close(ends[1])
    guard result == 0 else { fatalError("cannot run \(program): \(result)") }
    let output = readAll(ends[0])
    close(ends[0])
    var status: Int32 = 0
    waitpid(child, &status, 0)
    return (status == 0 ? 0 : status >> 8, String(decoding: output, as: UTF8.self))
}

private func readAll(_ descriptor: Int32) -> [UInt8] {
    var all: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    while true {
        let count = read(descriptor, &buffer, buffer.count)
        if count <= 0 { return all }
        all += buffer[..<count]
    }
}

func isInstalled(_ program: String) -> Bool {
    ["/bin", "/usr/bin", "/usr/local/bin"].contains { access("\($0)/\(program)", X_OK) == 0 }
}
