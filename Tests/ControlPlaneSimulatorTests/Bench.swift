import HTTP
import Testing

@testable import ControlPlaneSimulator

/// A plane with the function `orders` (one version, alias `live`), and calls in one line each.
struct Bench {
    var plane: ControlPlane
    var now = Duration.zero

    init() {
        plane = ControlPlane(settings: .ordinary)
        plane.add("orders", code: zip("old"), configuration: [:], versions: 1, alias: "live")
    }

    let arn = "arn:aws:lambda:eu-west-1:123456789012:function:orders"

    mutating func call(_ method: HTTPRequest.Method, _ path: String, _ body: JSON) -> Reply {
        call(method, "/2015-03-31/functions\(path)", body, headers: [:])
    }

    mutating func call(
        _ method: HTTPRequest.Method, _ path: String, _ body: JSON, headers: [String: String]
    ) -> Reply {
        Reply(plane.handle(request(method, path, body, headers: headers), at: now, author: "client"))
    }

    mutating func get(_ qualifier: String?) -> Reply {
        call(.get, "/orders" + (qualifier.map { "?Qualifier=\($0)" } ?? ""), [:])
    }

    /// The configuration of `$LATEST`.
    mutating func latest() -> JSON { get(nil).json["Configuration"] ?? .null }

    mutating func updateCode(_ content: String, _ more: [String: JSON]) -> Reply {
        call(.put, "/orders/code", .object(more.merging(["ZipFile": .string(base64(zip(content)))]) { $1 }))
    }

    mutating func configure(_ members: JSON) -> Reply { call(.put, "/orders/configuration", members) }

    mutating func publish(_ members: JSON) -> Reply { call(.post, "/orders/versions", members) }

    mutating func settle() { now += .seconds(100) }
}

struct Reply {
    let response: HTTPResponse

    init(_ response: HTTPResponse) { self.response = response }

    var status: Int { response.status }
    var error: String? { response.headers["x-amzn-errortype"] }
    var text: String { String(decoding: response.body, as: UTF8.self) }
    var json: JSON { (try? JSON(parsing: response.body)) ?? .null }  // a test that meets null fails on its own
    var message: String? { json["message"]?.string ?? json["Message"]?.string }
}

/// The query may stand in the path; `tagKeys` may come twice.
func request(
    _ method: HTTPRequest.Method, _ path: String, _ body: JSON, headers: [String: String]
) -> HTTPRequest {
    let parts = path.split(separator: "?", maxSplits: 1)
    let query = parts.dropFirst().first.map { $0.split(separator: "&") } ?? []
    return HTTPRequest(
        method: method, origin: HTTPOrigin(scheme: .https, host: "lambda.test", port: nil), path: String(parts[0]),
        query: query.map { item in
            let pair = item.split(separator: "=", maxSplits: 1).map(String.init)
            return HTTPQueryItem(name: pair[0], value: pair.count > 1 ? pair[1] : "")
        },
        headers: HTTPHeaders(headers.map { .init(name: $0.key, value: $0.value) }),
        body: body == [:] ? .empty : .bytes(body.bytes),
        limits: HTTPLimits(
            connect: .seconds(3), idle: .seconds(10), total: .seconds(10), graceWhenCancelled: .zero,
            answerBytes: 1 << 20))
}

func zip(_ content: String) -> [UInt8] { [0x50, 0x4B, 3, 4] + Array(content.utf8) }

let inProgress =
    "The operation cannot be performed at this time. An update is in progress for resource: "
    + "arn:aws:lambda:eu-west-1:123456789012:function:orders"
let stale =
    "The Revision Id provided does not match the latest Revision Id. Call the GetFunction/GetAlias API to retrieve the "
    + "latest Revision Id"
