import CCurl
import Glibc

/// The sockets of connections that answers have come on: libcurl does not tell the socket while it uses a connection
/// again. One that was closed leaves its entry behind; nobody asks for it again. Lives on the loop's thread.
final class KeptConnections {
    struct Name: Hashable {
        let address: String
        let port: Int
        let localPort: Int
    }

    private var sockets: [Name: Int32] = [:]

    func note(_ name: Name, socket: Int32) {
        sockets[name] = socket
    }

    /// Whether something came while nothing was asked, or the connection was closed.
    ///
    /// It would be taken for the next answer: a farewell (408) of a server that is about to close, or what is left of an
    /// answer longer than it said. libcurl 7.88 uses such a connection all the same.
    func hasUnreadBytes(_ name: Name) -> Bool {
        guard let socket = sockets[name] else { return false }
        var watched = pollfd(fd: socket, events: Int16(POLLIN), revents: 0)
        return poll(&watched, 1, 0) != 0
    }
}
