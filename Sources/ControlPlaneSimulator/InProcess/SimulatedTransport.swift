import HTTP

/// The way of one client to a ``SimulatedWorld``.
package struct SimulatedTransport: HTTPTransport {
    let world: SimulatedWorld
    let author: String

    package func send(_ given: HTTPRequest) async throws(HTTPFailure) -> HTTPResponse {
        let request = given.withQueryApart
        if Task.isCancelled { throw .cancelled }
        let started = world.clock.elapsed()
        let sent = world.begin(request, author: author)
        try await wait(until: started + world.latency / 2, request, started)
        switch world.arrive(request, sent) {
        case .answer(let response):
            try await wait(until: started + world.latency, request, started)
            if response.body.count > request.limits.answerBytes {
                throw .outcomeUnknown(reason: "the answer is too large")
            }
            return try response.poured(into: request.sink)
        case .late:
            try await wait(until: started + request.limits.total + .seconds(1), request, started)
            throw .outcomeUnknown(reason: "timed out")
        case .notSent(let reason): throw .notSent(reason: reason)
        case .lost(let reason):
            try await wait(until: started + world.latency, request, started)
            throw .outcomeUnknown(reason: reason)
        }
    }

    /// Waits for the network: no longer than the request may take, and only a moment more once it is cancelled.
    private func wait(until time: Duration, _ request: HTTPRequest, _ started: Duration) async throws(HTTPFailure) {
        let deadline = started + request.limits.total
        await world.clock.wait(until: min(time, deadline), graceWhenCancelled: request.limits.graceWhenCancelled)
        let now = world.clock.elapsed()
        if now >= time { return }
        throw now >= deadline ? .outcomeUnknown(reason: "timed out") : .cancelled
    }
}
