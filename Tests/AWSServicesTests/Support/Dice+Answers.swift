import Fuzzing
import HTTP

extension Dice {
    mutating func anyAnswer(to operation: FuzzedOperation) -> HTTPResponse {
        HTTPResponse(status: anyStatus(), headers: anyHeaders(), body: anyBody(operation.good))
    }

    private mutating func anyStatus() -> Int {
        switch below(10) {
        case 0...4: pick([200, 200, 201, 202, 204, 206])
        case 5...6: pick([400, 403, 404, 404, 408, 409, 412, 429])
        case 7: pick([500, 502, 503, 504])
        default: 100 + below(900)
        }
    }

    private mutating func anyBody(_ good: String) -> [UInt8] {
        let errors = [
            #"{"Type":"User","Message":"The operation cannot be performed at this time.","Code":null}"#,
            #"{"__type":"com.amazonaws#ThrottlingException","message":"Rate exceeded"}"#,
            "<html><body>502 Bad Gateway</body></html>", "", "null", "[]", #"{"message":"Signature expired: 2"}"#,
            #"{"Message":"exceeded the 4KB limit. String measured: {\"A\":\"b\"}"}"#,
        ]
        let body = Array((chance(60) ? good : pick(errors)).utf8)
        switch below(10) {
        case 0...2: return body
        case 3...8: return mutated(body, words: Self.words)
        default: return anyBytes(upTo: 200)
        }
    }

    private static let words = [
        "null", "{}", "[]", "\"\"", "1e999", "-0", "99999999999999999999", "\\ud800", "\\u0000", "\"State\":7",
        "{\"a\":",
        String(repeating: "[", count: 5_000), String(repeating: "{\"a\":", count: 1_000), "\u{FEFF}", "true", "NaN",
        ",", "}",
        "\n::error::hijacked", "##[add-mask]x",
    ]

    private mutating func anyHeaders() -> HTTPHeaders {
        var fields: [HTTPHeaders.Field] = []
        for (name, values) in Self.headers where chance(40) {
            let value = chance(50) ? pick(values) : mutated(pick(values), words: values)
            fields.append(.init(name: chance(90) ? name : name.uppercased(), value: value))
        }
        return HTTPHeaders(fields)
    }

    private static let headers: [(String, [String])] = [
        (
            "x-amzn-errortype",
            [
                "ResourceConflictException", "ns#TooManyRequestsException:http://x/", "ResourceNotReadyException",
                "RequestTimeTooSkewed", "SlowDown", "ResourceNotFoundException", "AccessDeniedException", "",
            ]
        ),
        ("Retry-After", ["0", "1", "-1", "9223372036854775807", "Sun, 06 Nov 2094 08:49:37 GMT", "soon", "1e9"]),
        (
            "Date",
            [
                "Sun, 06 Nov 1994 08:49:37 GMT", "Fri, 31 Dec 9999 23:59:60 GMT", "Mon, 00 Jan 0000 00:00:00 GMT",
                "x, 99 Feb 99999999999 99:99:99 GMT", "x, 1 Mar -1 1:1:1 GMT",
            ]
        ),
        ("X-Amz-Function-Error", ["Unhandled", "::error::x"]), ("X-Amz-Log-Result", ["U1RBUlQKRU5E", "=", "U1==U1RB"]),
        ("x-amzn-requestid", ["3b9-1"]), ("ETag", ["\"e\"", ""]), ("x-amz-version-id", ["null", "v"]),
        ("Content-Length", ["5", "0", "-5", "99999999999999999999", "9223372036854775807"]),
        ("x-amz-checksum-sha256", ["q4xEfNh2xW7Bi2UGZLuPmnGPXbR1HkHbmuPDZfA3Ibo=", "a=-3", "="]),
    ]
}
