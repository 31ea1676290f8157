import Glibc
import HTTP
import Testing

/// An HTTPS server of OpenSSL's with a certificate made for it, in a directory of its own.
struct TLSServer {
    let port: Int
    /// Where `certificate.pem` and, under its hash, a link to it are.
    let directory: String
    private let process: pid_t

    var certificate: String { directory + "/certificate.pem" }

    func origin(host: String) -> HTTPOrigin {
        HTTPOrigin(scheme: .https, host: host, port: port)
    }

    /// - Parameter options: of `openssl s_server`.
    init(options: [String]) throws {
        var template = Array("/tmp/lockstep-tls-XXXXXX".utf8CString)
        directory = String(cString: try #require(mkdtemp(&template)))
        let (key, certificate) = (directory + "/key", directory + "/certificate.pem")
        let make = try spawn([
            "openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes", "-days", "2",
            "-subj", "/CN=lockstep test", "-addext", "subjectAltName=IP:127.0.0.1", "-keyout", key, "-out", certificate,
        ])
        _ = make.output(until: { _ in false })
        _ = try spawn(["openssl", "rehash", directory]).output(until: { _ in false })
        let server = try spawn(
            ["openssl", "s_server", "-accept", "127.0.0.1:0", "-www", "-key", key, "-cert", certificate] + options)
        let output = server.output { $0.contains("ACCEPT 127.0.0.1:") && $0.hasSuffix("\n") }
        port = try #require(Int(output.split(separator: ":").last?.prefix { $0.isNumber } ?? ""))
        process = server.process
    }

    func stop() {
        kill(process, SIGKILL)
        waitpid(process, nil, 0)
        for name in filesIn(directory) { unlink("\(directory)/\(name)") }
        rmdir(directory)
    }
}

/// A process whose words we read.
private struct Child {
    let process: pid_t
    let output: Int32

    /// What it says until that is enough, or until it says no more.
    func output(until isEnough: (String) -> Bool) -> String {
        var text = ""
        var buffer = [UInt8](repeating: 0, count: 1024)
        while !isEnough(text) {
            let count = read(output, &buffer, buffer.count)
            guard count > 0 else { break }
            text += String(decoding: buffer[..<count], as: UTF8.self)
        }
        return text
    }
}

private func spawn(_ command: [String]) throws -> Child {
    var pipe: [Int32] = [0, 0]
    try #require(Glibc.pipe(&pipe) == 0)
    defer { close(pipe[1]) }
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0)
    posix_spawn_file_actions_adddup2(&actions, pipe[1], 1)
    posix_spawn_file_actions_addclose(&actions, pipe[0])
    posix_spawn_file_actions_addclose(&actions, pipe[1])
    posix_spawn_file_actions_addopen(&actions, 2, "/dev/null", O_WRONLY, 0)
    var arguments = command.map { strdup($0) }
    defer { for argument in arguments { free(argument) } }
    arguments.append(nil)
    var process = pid_t()
    try #require(posix_spawnp(&process, command[0], &actions, nil, arguments, environ) == 0)
    return Child(process: process, output: pipe[0])
}

/// Without "." and "..".
func filesIn(_ path: String) -> [String] {
    guard let directory = opendir(path) else { return [] }
    defer { closedir(directory) }
    var names: [String] = []
    while let entry = readdir(directory) {
        let name = withUnsafeBytes(of: entry.pointee.d_name) { String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self) }
        if name != ".", name != ".." { names.append(name) }
    }
    return names
}
