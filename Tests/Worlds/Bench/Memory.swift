import Inputs
import LockstepAction
import Reporting
import Synchronization

final class MemoryHost: Host {
    let environment: [String: String]
    private let written = Mutex<[String: String]>([:])
    private let tokens = Mutex(0)

    init(environment: [String: String]) {
        self.environment = environment
    }

    /// What the worlds' inputs name lies on the disk, as their packages do.
    func read(fileAt path: String, bytesAtMost most: Int) throws(HostFailure) -> [UInt8] {
        try SystemHost().read(fileAt: path, bytesAtMost: most)
    }

    var files: [String: String] { written.withLock { $0 } }

    func append(_ text: String, toFileAt path: String) throws(HostFailure) {
        written.withLock { $0[path, default: ""] += text }
    }

    func run(_ command: [String], within time: Duration) async throws(HostFailure) -> [UInt8] {
        throw HostFailure(reason: "there is no such program")
    }

    func randomToken() -> String {
        tokens.withLock { count in
            count += 1
            return "token\(count)"
        }
    }
}

final class MemoryConsole: Console {
    private let written = Mutex<[String]>([])

    var lines: [String] { written.withLock { $0 } }

    func write(_ line: String) {
        written.withLock { $0.append(line) }
    }
}
