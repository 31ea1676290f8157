import ControlPlaneSimulator
import FlyingFox
import FoundationEssentials
import HTTP

/// Between FlyingFox's requests and ours.
struct Handler: HTTPHandler {
    let desk: Desk
    let defaultAlias: String
    /// How long a slow answer takes.
    let slow: Duration

    func handleRequest(_ request: FlyingFox.HTTPRequest) async throws -> FlyingFox.HTTPResponse {
        guard let ours = HTTP.HTTPRequest(request, body: [UInt8](try await request.bodyData)) else {
            return FlyingFox.HTTPResponse(statusCode: .methodNotAllowed)
        }
        if ours.path.hasPrefix(Administration.prefix) {
            return .init(Administration(desk: desk, defaultAlias: defaultAlias).answer(ours))
        }
        switch desk.take(ours, author: author(of: ours)) {
        case .answer(let response): return .init(response)
        case .late(let response):
            try await Task.sleep(for: slow)
            return .init(response)
        case .notSent, .lost:
            // A handler that fails before it has frames closes the connection without a byte.
            return FlyingFox.HTTPResponse(webSocket: Hangup())
        }
    }

    /// Who signs is who asks: `Credential=AKIA.../20251009/...`.
    private func author(of request: HTTP.HTTPRequest) -> String {
        let signature = request.headers["Authorization"] ?? ""
        let credential = signature.split(separator: "Credential=", maxSplits: 1).dropFirst().first
        return credential.flatMap { $0.split(separator: "/").first }.map(String.init) ?? "client"
    }
}

private struct Hangup: WSHandler, Error {
    func makeFrames(
        for client: AsyncThrowingStream<WSFrame, any Error>
    ) async throws -> AsyncStream<WSFrame> {
        throw self
    }
}

extension HTTP.HTTPRequest {
    fileprivate init?(_ request: FlyingFox.HTTPRequest, body: [UInt8]) {
        guard let method = Method(rawValue: request.method.rawValue) else { return nil }
        self.init(
            method: method, origin: HTTPOrigin(scheme: .http, host: "127.0.0.1", port: nil),
            path: request.target.path(percentEncoded: true),
            query: request.query.map { HTTPQueryItem(name: $0.name, value: $0.value) },
            headers: HTTP.HTTPHeaders(request.headers.map { .init(name: $0.key.rawValue, value: $0.value) }),
            body: .bytes(body),
            limits: HTTPLimits(
                connect: .zero, idle: .zero, total: .zero, graceWhenCancelled: .zero, answerBytes: .max))
    }
}

extension FlyingFox.HTTPResponse {
    fileprivate init(_ response: HTTP.HTTPResponse) {
        var headers = FlyingFox.HTTPHeaders()
        for field in response.headers.fields { headers[HTTPHeader(field.name)] = field.value }
        self.init(
            statusCode: HTTPStatusCode(response.status, phrase: "Simulated"), headers: headers,
            body: Data(response.body))
    }
}
