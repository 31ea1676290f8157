import FlyingSocks
import Glibc

/// FlyingFox's sockets, but what is written goes out at once.
///
/// It writes an answer's head and body one after the other. Otherwise the system would hold the body back until the head
/// is acknowledged, and the client's system waits 40 ms with that: each call that soon follows another would take so long.
struct PromptSockets<Pool: AsyncSocketPool>: AsyncSocketPool {
    let pool: Pool

    func prepare() async throws { try await pool.prepare() }

    func run() async throws { try await pool.run() }

    /// Every connection waits for its first request here, if it has not its listener's setting already.
    func suspendSocket(_ socket: Socket, untilReadyFor events: Socket.Events) async throws {
        try socket.setValue(true, for: BoolSocketOption(level: Int32(IPPROTO_TCP), name: TCP_NODELAY))
        try await pool.suspendSocket(socket, untilReadyFor: events)
    }
}
