import HTTP
import Testing

@testable import AWSCore

/// One answer of AWS that is no success, and what is to be read in it.
struct ErrorShape: Sendable, CustomTestStringConvertible {
    let name: String
    var header: String?
    let body: String
    let code: String
    let message: String

    var testDescription: String { name }
}

private let shapes: [ErrorShape] = [
    .init(
        name: "the name in the header, the message in lower case", header: "PreconditionFailedException",
        body: #"{"Type":"User","message":"The Revision Id provided does not match"}"#,
        code: "PreconditionFailedException", message: "The Revision Id provided does not match"),
    .init(
        name: "the message in upper case", header: "ResourceNotFoundException",
        body: #"{"Type":"User","Message":"Function not found: arn"}"#, code: "ResourceNotFoundException",
        message: "Function not found: arn"),
    .init(
        name: "a header with a link",
        header: "ResourceConflictException:http://internal.amazon.com/coral/com.amazonaws.awsgirapi/",
        body: #"{"message":"busy"}"#, code: "ResourceConflictException", message: "busy"),
    .init(
        name: "a name behind its namespace in the body", body: #"{"__type":"com.amazonaws#ThrottlingException"}"#,
        code: "ThrottlingException", message: ""),
    .init(name: "a code in the body", body: #"{"code":"Foo","message":"m"}"#, code: "Foo", message: "m"),
    .init(name: "a Code in the body", body: #"{"Code":"Foo","Message":"m"}"#, code: "Foo", message: "m"),
    .init(
        name: "no message at all", header: "AccessDeniedException", body: #"{"Message":null}"#,
        code: "AccessDeniedException", message: ""),
    .init(
        name: "a message that is no text", header: "X", body: #"{"message":{"a":1},"Message":"m"}"#, code: "X",
        message: "m"),
    .init(name: "nothing", body: "", code: "", message: "it is empty"),
    .init(
        name: "a page", body: "<html>\r\n<h1>502\tBad Gateway</h1>\u{1B}[31m</html>", code: "",
        message: "<html> <h1>502 Bad Gateway</h1> [31m</html>"),
    .init(name: "JSON cut off", body: #"{"message":"The Rev"#, code: "", message: #"{"message":"The Rev"#),
    .init(name: "JSON that is no object", body: "[1]", code: "", message: "[1]"),
    .init(
        name: "an echo of the environment", header: "InvalidParameterValueException",
        body: #"{"message":"... exceeded the 4KB limit. String measured: {\"TOKEN\":\"hunter2\"}"}"#,
        code: "InvalidParameterValueException", message: "... exceeded the 4KB limit. String measured: ***"),
    .init(name: "an empty header", header: "", body: "{}", code: "", message: ""),
    .init(name: "a header of nothing but signs", header: "#:", body: "{}", code: "", message: ""),
]

@Test(arguments: shapes)
func aRefusalIsReadInEveryShape(_ shape: ErrorShape) {
    var headers = HTTPHeaders([.init(name: "X-Amzn-RequestId", value: "id-1")])
    headers["X-Amzn-ErrorType"] = shape.header
    let answer = HTTPResponse(status: 400, headers: headers, body: Array(shape.body.utf8))
    #expect(
        Refusal(operation: "Op", answer: answer, errors: .json)
            == Refusal(operation: "Op", status: 400, code: shape.code, message: shape.message, requestID: "id-1"))
}

@Test func aMessageHasAnEnd() {
    let body = #"{"message":""# + String(repeating: "x", count: 100_000) + #""}"#
    let answer = HTTPResponse(status: 400, headers: HTTPHeaders([]), body: Array(body.utf8))
    #expect(Refusal(operation: "Op", answer: answer, errors: .json).message.count == 2_051)
    let page = HTTPResponse(status: 400, headers: HTTPHeaders([]), body: Array(repeating: 0xFF, count: 1 << 20))
    #expect(Refusal(operation: "Op", answer: page, errors: .json).message.count == 163)
}

@Test func anHTTPDateIsRead() {
    #expect(secondsSince1970(httpDate: "Sun, 06 Nov 1994 08:49:37 GMT") == 784_111_777)
    for noDate in [
        "", "Sunday, 06-Nov-94 08:49:37 GMT", "Sun, 06 Nov 1994 08:49:37 CET", "Sun, 99 Nov 1994 99:99:99 GMT",
    ] {
        #expect(secondsSince1970(httpDate: noDate) == nil)
    }
}

/// 429 has one name for all limits, and tells beside it which was reached.
@Test func theReasonOfAThrottleIsRead() {
    let body =
        #"{"Reason":"ReservedFunctionConcurrentInvocationLimitExceeded","Type":"User","message":"Rate exceeded"}"#
    let answer = HTTPResponse(status: 429, headers: HTTPHeaders([]), body: Array(body.utf8))
    let refusal = Refusal(operation: "Invoke", answer: answer, errors: .json)
    #expect(refusal.reason == "ReservedFunctionConcurrentInvocationLimitExceeded")
}
