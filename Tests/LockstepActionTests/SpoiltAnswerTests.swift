import Engine
import Fuzzing
import HTTP
import Synchronization
import Testing
import Worlds

@testable import LockstepAction

/// The whole program, with answers that are spoilt on their way and hold what would be commands of the workflow.
@Suite struct SpoiltAnswerTests {
    @Test func noAnswerCrashesTheProgramOrBecomesACommand() async {
        for one in Campaign("deployments with spoilt answers", cases: 80, filter: "SpoiltAnswerTests") {
            var dice = one.dice
            var bench = Bench()
            let share = dice.pick([3, 10, 40, 100])
            let seed = dice.next()
            bench.inputs["wait-timeout"] = "60"
            bench.variables["RUNNER_DEBUG"] = "1"
            bench.wire = { SpoilingTransport($0, seed: seed, share: share) }
            let run = await bench.run()
            #expect(run.exitCode == 0 || run.errors.count == 1, "\(run.errors), \(one)")
            #expect(run.world.sent.count < 1_500 && run.duration < .seconds(7_200), "\(run.world.sent.count), \(one)")
            for line in run.log { #expect(isHarmless(line), "\(line), \(one)") }
            let shown = run.log.filter { !$0.hasPrefix("::add-mask::") } + Array(run.files.values)
            #expect(!shown.contains { $0.contains("s3cretvalue") || $0.contains("the-secret-key") }, "\(one)")
            #expect(run.output(.outcome)?.isEmpty == false, "\(one)")
        }
    }

    /// One of our own commands, or a line that the runner can only show.
    private func isHarmless(_ line: String) -> Bool {
        let ours = [
            "::add-mask::", "::group::", "::endgroup::", "::warning title=", "::error title=", "::notice title=",
            "::debug::",
        ]
        if ours.contains(where: line.hasPrefix) { return !line.contains("\n") && !line.contains("\r") }
        let start = line.unicodeScalars.drop { $0.properties.isWhitespace }
        return !start.starts(with: "::".unicodeScalars) && !line.contains("##[")
            && !line.unicodeScalars.contains { "\n\r\u{85}\u{2028}".unicodeScalars.contains($0) }
    }
}

private final class SpoilingTransport: HTTPTransport {
    private let next: any HTTPTransport
    private let dice: Mutex<Dice>
    private let share: Int

    /// - Parameter share: of the answers that are spoilt, in percent.
    init(_ next: any HTTPTransport, seed: UInt64, share: Int) {
        self.next = next
        self.share = share
        dice = Mutex(Dice(seed: seed))
    }

    func send(_ request: HTTPRequest) async throws(HTTPFailure) -> HTTPResponse {
        let answer = try await next.send(request)
        return dice.withLock { $0.chance(share) ? $0.spoilt(answer) : answer }
    }
}

extension Dice {
    fileprivate mutating func spoilt(_ answer: HTTPResponse) -> HTTPResponse {
        switch below(4) {
        case 0: return hostileRefusal()
        case 1: return hostileState(answer)
        default: return noise(answer)
        }
    }

    private mutating func hostileRefusal() -> HTTPResponse {
        let code = pick(["InvalidParameterValueException", "##[error]x", "AccessDeniedException"])
        let message = (0..<3).map { _ in pick(Self.hostile) }.joined(separator: pick(["\\n", "\\r", " "]))
        return HTTPResponse(
            status: pick([400, 403, 409]), headers: HTTPHeaders([.init(name: "x-amzn-errortype", value: code)]),
            body: Array("{\"message\":\"\(message)\"}".utf8))
    }

    /// What is still readable, so that its texts are shown: a state, or what a function says and logs.
    private mutating func hostileState(_ answer: HTTPResponse) -> HTTPResponse {
        let text = String(decoding: answer.body, as: UTF8.self)
        let state = text.replacing("\"State\":\"", with: "\"StateReason\":\"##[error]x\",\"State\":\"##[add-mask]")
        var headers = answer.headers
        headers["X-Amz-Function-Error"] = pick(["Unhandled", "::error::x", "##[error]x"])
        // "##[add-mask]x" and "::error::hijacked", as a log has them.
        headers["X-Amz-Log-Result"] = pick(["IyNbYWRkLW1hc2tdeA==", "OjplcnJvcjo6aGlqYWNrZWQ="])
        return HTTPResponse(status: answer.status, headers: headers, body: Array(state.utf8))
    }

    private mutating func noise(_ answer: HTTPResponse) -> HTTPResponse {
        let status = chance(80) ? answer.status : pick([200, 400, 403, 404, 409, 412, 429, 500, 503, 100 + below(900)])
        var headers = answer.headers
        for name in ["x-amzn-errortype", "X-Amz-Function-Error", "X-Amz-Log-Result", "Retry-After", "x-amzn-requestid"]
        where chance(10) { headers[name] = mutated(headers[name] ?? pick(Self.hostile), words: Self.hostile) }
        let body = chance(20) ? answer.body : mutated(answer.body, words: Self.hostile)
        return HTTPResponse(status: status, headers: headers, body: body)
    }

    private static let hostile = [
        "::error::hijacked", "##[add-mask]hijacked", "\\n::stop-commands::hijacked", "\\r\\n::set-env name=A::b",
        "\n::add-path::/hijacked", "\u{200B}::echo::on", "#\u{FEFF}#[error]", "\\u2028::error::x",
        "\u{1B}[31m::error::",
        "\"State\":\"Active\"", "null", "\"RevisionId\":\"x\"", "{\"message\":\"::error::x\"}",
        "OjplcnJvcjo6aGlqYWNrZWQ=",
        "9999999999", "ResourceConflictException", "TooManyRequestsException",
    ]
}
