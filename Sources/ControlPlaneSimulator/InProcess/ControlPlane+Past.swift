import HTTP

extension ControlPlane {
    /// The state alone: for reads that lag behind, and to begin another story with.
    package var withoutHistory: ControlPlane {
        var plane = self
        plane.history = History()
        return plane
    }

    /// Answers a read from what was true then, and writes it into the history of now.
    mutating func handle(
        _ request: HTTPRequest, asOf then: inout ControlPlane, at now: Duration, author: String
    ) -> HTTPResponse {
        // A past that does not move on: what was under way then is under way still.
        let response = then.read(request, at: now, author: author)
        history.requests += then.history.requests
        return response
    }

    /// The asker did not get the answer, or could not read it.
    mutating func markLastAnswerLost() {
        guard !history.requests.isEmpty else { return }
        history.requests[history.requests.count - 1].arrived = false
    }
}

extension Answer {
    var response: HTTPResponse {
        HTTPResponse(status: status, headers: HTTPHeaders(headers), body: body)
    }
}

extension HTTPResponse {
    func withBody(_ body: [UInt8]) -> HTTPResponse {
        HTTPResponse(status: status, headers: headers, body: body)
    }
}
