/// What carries requests: libcurl in the program, the simulator in tests.
package protocol HTTPTransport: Sendable {
    /// Sends a request once and answers with what came back, whatever its status.
    /// - Throws: ``HTTPFailure`` when no complete answer came.
    func send(_ request: HTTPRequest) async throws(HTTPFailure) -> HTTPResponse
}

/// Why no complete answer came, told apart by what the server may have done.
package enum HTTPFailure: Error, Sendable, Equatable {
    /// The connection never opened (name, address, TLS): the server has seen nothing of the request.
    case notSent(reason: String)
    /// The same, and nobody knows the name (now, or at all).
    case unresolved(reason: String)
    /// The same, but the next try would end likewise: the server could not prove who it is, nobody could be believed, or a
    /// proxy did not let us through.
    case untrusted(reason: String)
    /// The request, or part of it, was sent: the server may have acted on it.
    case outcomeUnknown(reason: String)
    /// Given up because the task was cancelled; the server may have acted on it.
    case cancelled
}
