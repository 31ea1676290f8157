import AWSCore
import HTTP
import Synchronization
import Testing

/// Answers requests in the order of its script; a request beyond it fails the test.
final class ScriptedTransport: HTTPTransport {
    enum Reply: Sendable {
        case answer(HTTPResponse)
        case failure(HTTPFailure)

        static func answer(_ status: Int, _ body: String, _ headers: [String: String] = [:]) -> Reply {
            let fields = headers.map { HTTPHeaders.Field(name: $0.key, value: $0.value) }
            return .answer(HTTPResponse(status: status, headers: HTTPHeaders(fields), body: Array(body.utf8)))
        }
    }

    private struct State {
        var script: [Reply]
        var requests: [HTTPRequest] = []
    }

    private let state: Mutex<State>
    private let clock: ManualClock
    private let secondsAnAnswer: Int

    init(_ script: [Reply], clock: ManualClock, secondsAnAnswer: Int = 0) {
        state = Mutex(State(script: script))
        self.clock = clock
        self.secondsAnAnswer = secondsAnAnswer
    }

    /// Everything that was sent.
    var requests: [HTTPRequest] { state.withLock { $0.requests } }

    func send(_ request: HTTPRequest) async throws(HTTPFailure) -> HTTPResponse {
        clock.advance(by: .seconds(secondsAnAnswer))
        let reply: Reply? = state.withLock {
            $0.requests.append(request)
            return $0.script.isEmpty ? nil : $0.script.removeFirst()
        }
        switch reply {
        case .answer(let answer): return answer
        case .failure(let failure): throw failure
        case nil:
            Issue.record("no reply is left for \(request.method.rawValue) \(request.url)")
            throw .outcomeUnknown(reason: "the script has ended")
        }
    }
}
