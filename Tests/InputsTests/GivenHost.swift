@testable import Inputs

/// A machine with these variables and files, on which nothing is written.
struct GivenHost: Host {
    var environment: [String: String] = [:]
    var files: [String: [UInt8]] = [:]

    func append(_ text: String, toFileAt path: String) throws(HostFailure) {}

    func read(fileAt path: String, bytesAtMost most: Int) throws(HostFailure) -> [UInt8] {
        guard let bytes = files[path] else { throw HostFailure(reason: "\(path): it is not there") }
        guard bytes.count <= most else { throw HostFailure(reason: "\(path): it has more than \(most) bytes") }
        return bytes
    }

    func run(_ command: [String], within time: Duration) async throws(HostFailure) -> [UInt8] { [] }

    func randomToken() -> String { "token" }
}
