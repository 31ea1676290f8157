import Glibc
import HTTP
import Synchronization

/// A server on loopback that does to each connection exactly what the test says, and remembers what it received.
final class RawServer: Sendable {
    let port: Int
    private let listener: Int32
    private let heads = Mutex<[String]>([])
    private let connections = Mutex(0)
    private let ended = Mutex(0)

    var origin: HTTPOrigin { HTTPOrigin(scheme: .http, host: "127.0.0.1", port: port) }
    /// The heads of all requests so far, without the empty line.
    var received: [String] { heads.withLock { $0 } }
    var connectionCount: Int { connections.withLock { $0 } }
    /// How many connections it has closed.
    var endedCount: Int { ended.withLock { $0 } }

    init(_ serve: @escaping @Sendable (RawConnection) -> Void) {
        (listener, port) = listen()
        onThread { [self] in
            while case let socket = accept(listener, nil, nil), socket >= 0 {
                // A copy in another suite's child would keep the connection open.
                _ = fcntl(socket, F_SETFD, FD_CLOEXEC)
                let number = connections.withLock { count in
                    count += 1
                    return count
                }
                onThread { [self] in
                    serve(RawConnection(number: number, socket: socket, note: note))
                    close(socket)
                    ended.withLock { $0 += 1 }
                }
            }
            close(listener)
        }
    }

    private func note(_ head: String) {
        heads.withLock { $0.append(head) }
    }

    /// Ends the thread, which keeps the server until then. It closes the listener itself: closed here, its number could
    /// be another server's by the time the thread accepts again.
    func stop() {
        Glibc.shutdown(listener, Int32(SHUT_RDWR))
    }
}

/// One connection in the server's hands; every call waits as long as the most generous request, at most.
struct RawConnection {
    /// From 1 on, in the order of their coming.
    let number: Int
    let socket: Int32
    let note: (String) -> Void

    init(number: Int, socket: Int32, note: @escaping (String) -> Void) {
        self.number = number
        self.socket = socket
        self.note = note
        var patience = timeval(tv_sec: 100, tv_usec: 0)
        setsockopt(socket, SOL_SOCKET, SO_RCVTIMEO, &patience, socklen_t(MemoryLayout<timeval>.size))
        setsockopt(socket, SOL_SOCKET, SO_SNDTIMEO, &patience, socklen_t(MemoryLayout<timeval>.size))
    }

    /// Reads one request; `nil` when the client has gone. The body is counted, not kept.
    func readRequest() -> (head: String, bodyBytes: Int)? {
        guard let head = readHead() else { return nil }
        note(head)
        let length = head.split(separator: "\r\n").first { $0.hasPrefix("Content-Length: ") }
            .flatMap { Int($0.dropFirst(16)) }
        return (head, drain(length ?? 0))
    }

    func readHead() -> String? {
        var bytes: [UInt8] = []
        let end = Array("\r\n\r\n".utf8)
        while !bytes.suffix(4).elementsEqual(end) {
            var byte: UInt8 = 0
            guard recv(socket, &byte, 1, 0) == 1 else { return nil }
            bytes.append(byte)
        }
        return String(decoding: bytes.dropLast(4), as: UTF8.self)
    }

    /// Reads so many bytes, or as many as come.
    func drain(_ count: Int) -> Int {
        var buffer = [UInt8](repeating: 0, count: 65_536)
        var total = 0
        while total < count {
            let part = recv(socket, &buffer, min(buffer.count, count - total), 0)
            guard part > 0 else { break }
            total += part
        }
        return total
    }

    /// Whether all of it could be sent.
    @discardableResult
    func write(_ text: String) -> Bool {
        var rest = Array(text.utf8)[...]
        while !rest.isEmpty {
            let sent = rest.withUnsafeBytes { send(socket, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL)) }
            guard sent > 0 else { return false }
            rest = rest.dropFirst(sent)
        }
        return true
    }

    func answer(_ body: String) {
        write("HTTP/1.1 200 OK\r\nContent-Length: \(body.utf8.count)\r\n\r\n\(body)")
    }

    /// Answers every request with "ok" until the client goes.
    func answerAll() {
        while readRequest() != nil { answer("ok") }
    }

    /// Waits until the client goes.
    func waitForEnd() {
        _ = drain(.max)
    }

    /// The connection ends with a RST instead of a FIN.
    func reset() {
        var now = linger(l_onoff: 1, l_linger: 0)
        setsockopt(socket, SOL_SOCKET, SO_LINGER, &now, socklen_t(MemoryLayout<linger>.size))
    }
}

/// A port on loopback where nobody listens. It stays taken: else somebody might listen there before the test has ended.
func closedPort() -> Int {
    bindSocket().port
}

private func listen() -> (Int32, port: Int) {
    let (listener, port) = bindSocket()
    precondition(Glibc.listen(listener, 128) == 0)
    return (listener, port)
}

private func bindSocket() -> (Int32, port: Int) {
    let listener = socket(AF_INET, Int32(SOCK_STREAM.rawValue | SOCK_CLOEXEC.rawValue), 0)
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_addr.s_addr = in_addr_t(INADDR_LOOPBACK).bigEndian
    var length = socklen_t(MemoryLayout<sockaddr_in>.size)
    withUnsafeMutableBytes(of: &address) { bytes in
        let address = bytes.assumingMemoryBound(to: sockaddr.self).baseAddress
        precondition(bind(listener, address, length) == 0)
        getsockname(listener, address, &length)
    }
    return (listener, Int(in_port_t(bigEndian: address.sin_port)))
}
