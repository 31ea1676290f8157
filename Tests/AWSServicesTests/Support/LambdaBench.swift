import AWSCore
import AWSServices
import HTTP
import Synchronization
import Testing

/// Lambda as a script of requests, each with its reply. A request that is not the script's next fails the test.
final class LambdaBench: HTTPTransport {
    struct Exchange: Sendable {
        /// `GET /2015-03-31/functions/f?Qualifier=1`
        let request: String
        let reply: HTTPResponse

        init(_ request: String, _ status: Int, _ body: String, _ headers: [String: String] = [:]) {
            self.request = request
            let fields = headers.map { HTTPHeaders.Field(name: $0.key, value: $0.value) }
            reply = HTTPResponse(status: status, headers: HTTPHeaders(fields), body: Array(body.utf8))
        }
    }

    private struct State {
        var script: [Exchange]
        var requests: [HTTPRequest] = []
    }

    private let state: Mutex<State>

    init(_ script: [Exchange]) {
        state = Mutex(State(script: script))
    }

    var requests: [HTTPRequest] { state.withLock { $0.requests } }
    var isDone: Bool { state.withLock { $0.script.isEmpty } }

    func send(_ request: HTTPRequest) async throws(HTTPFailure) -> HTTPResponse {
        let line = "\(request.method.rawValue) \(request.url.dropFirst("http://lambda".count))"
        let next: Exchange? = state.withLock {
            $0.requests.append(request)
            return $0.script.isEmpty ? nil : $0.script.removeFirst()
        }
        guard let next, next.request == line else {
            Issue.record("\(line) came where \(next?.request ?? "nothing") was to come")
            throw .notSent(reason: "it is not in the script")
        }
        return next.reply
    }

    func lambda() throws -> Lambda {
        Lambda(client: try benchClient(over: self, .lambda, FixedClock()))
    }
}

func benchClient(
    over transport: any HTTPTransport, _ service: AWSService, _ clock: any Clock
) throws -> AWSClient {
    AWSClient(
        transport: transport, clock: clock,
        credentials: Credentials(accessKeyID: "AKIDEXAMPLE", secretAccessKey: Secret("s"), sessionToken: nil),
        region: try Region("eu-west-1", from: "test"), service: service,
        endpoint: Endpoint(
            origin: HTTPOrigin(scheme: .http, host: "lambda", port: nil), basePath: "", isCustom: true),
        userAgent: "lockstep/0")
}

extension HTTPRequest {
    /// The whole body, as it would go over the wire.
    var text: String {
        get throws(ByteSourceFailure) {
            var text: [UInt8] = []
            let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: 1_000, alignment: 1)
            defer { buffer.deallocate() }
            while text.count < body.count { text += buffer[..<(try body.read(at: text.count, into: buffer))] }
            return String(decoding: text, as: UTF8.self)
        }
    }
}

let budget = Duration.seconds(10)
