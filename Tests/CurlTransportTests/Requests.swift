import CurlTransport
import HTTP
import Testing

/// All tests that open sockets, one after the other: some measure times. Other suites run beside them, and all tasks share
/// a few threads: one may wait for half a minute until it goes on. So what is measured of a whole process, or is a matter
/// of a second or two between a task and the rest, is tested in a process of its own.
@Suite(.serialized, .timeLimit(.minutes(5)))
enum OverSockets {}

extension HTTPLimits {
    /// No test comes near these, however long its task waits for a thread.
    static let generous = HTTPLimits(
        connect: .seconds(100), idle: .seconds(100), total: .seconds(100), graceWhenCancelled: .zero,
        answerBytes: 1_000_000)

    func with(_ change: (inout HTTPLimits) -> Void) -> HTTPLimits {
        var limits = self
        change(&limits)
        return limits
    }
}

func get(_ origin: HTTPOrigin, limits: HTTPLimits = .generous) -> HTTPRequest {
    HTTPRequest(
        method: .get, origin: origin, path: "/", query: [], headers: HTTPHeaders([]), body: .empty, limits: limits)
}

func put(_ origin: HTTPOrigin, body: HTTPBody = .bytes(Array("code".utf8)), limits: HTTPLimits = .generous)
    -> HTTPRequest
{
    var request = get(origin, limits: limits)
    request.method = .put
    request.body = body
    return request
}

extension LibcurlTransport {
    static func plain() -> LibcurlTransport {
        LibcurlTransport(settings: .init(certificates: .systemDefault))
    }

    /// The answer or the failure as one value.
    func result(_ request: HTTPRequest) async -> Result<HTTPResponse, HTTPFailure> {
        do { return .success(try await send(request)) } catch { return .failure(error) }
    }

    func failure(_ request: HTTPRequest) async -> HTTPFailure? {
        do {
            _ = try await send(request)
            return nil
        } catch { return error }
    }
}

extension HTTPFailure {
    /// For comparing only what a failure means: its reason in `reason`.
    var kind: String {
        switch self {
        case .notSent: "notSent"
        case .unresolved: "unresolved"
        case .untrusted: "untrusted"
        case .outcomeUnknown: "outcomeUnknown"
        case .cancelled: "cancelled"
        }
    }

    var reason: String {
        switch self {
        case .notSent(let reason), .unresolved(let reason), .untrusted(let reason), .outcomeUnknown(let reason): reason
        case .cancelled: ""
        }
    }
}
