import AWSCore
import AWSServices
import Testing

@testable import Deployment

@Suite struct MismatchTests {
    private func mismatch(_ expected: String, _ found: String) -> Mismatch? {
        let values = [expected, found].map { JSONValue(parsing: Array($0.utf8)) ?? .null }
        return Mismatch(ofAnswer: values[1], expected: values[0])
    }

    @Test(arguments: [
        ("{}", #"{"a":1}"#), (#"{"a":{"b":1}}"#, #"{"a":{"b":1.0,"c":2},"d":3}"#), ("[1,2]", "[1,2,3]"),
        (#""x""#, #""x""#), ("null", "null"), ("true", "true"), ("1e2", "100"), ("0.10", "0.1"),
        (#"[{"a":1},{}]"#, #"[{"a":1,"b":2},{"c":[]}]"#),
        // An asterisk is anything that is there.
        (#""*""#, "null"), (#"{"id":"*"}"#, #"{"id":null}"#), (#"{"id":"*","n":[0,"*"]}"#, #"{"id":{},"n":[0,[]]}"#),
        // The body of an answer for API Gateway is a text.
        (#"{"body":{"ok":true}}"#, #"{"statusCode":200,"body":"{\"ok\":true,\"n\":1}"}"#),
        (#"{"body":{"ok":true}}"#, #"{"body":"eyJvayI6dHJ1ZX0=","isBase64Encoded":true}"#),
        (#"{"body":[1]}"#, #"{"body":" [1.0, 2]"}"#), (#"{"body":{"ok":true}}"#, #"{"body":{"ok":true}}"#),
        (#"{"body":"{}"}"#, #"{"body":"{}"}"#), (#"{"body":"*"}"#, #"{"body":"x"}"#),
    ])
    func whatContainsTheExpectedPasses(expected: String, found: String) {
        #expect(mismatch(expected, found) == nil)
    }

    @Test(arguments: [
        (#"{"a":1}"#, "{}", "$.a"), (#"{"a":{"b":1}}"#, #"{"a":{"b":2}}"#, "$.a.b"), ("[1,2]", "[1]", "$[1]"),
        (#"{"a":1}"#, "[]", "$"), (#"{"a":"1"}"#, #"{"a":1}"#, "$.a"), ("1", "true", "$"), ("1", "null", "$"),
        ("9007199254740993", "9007199254740992.0", "$"), ("{}", "[]", "$"), ("[]", "{}", "$"),
        (#"{"id":"*"}"#, #"{"di":1}"#, "$.id"), (#"["*","*"]"#, "[1]", "$[1]"), (#""**""#, #""x""#, "$"),
        (#"{"body":{"ok":true}}"#, #"{"body":"{\"ok\":false}"}"#, "$.body.ok"),
        (#"{"body":{"ok":true}}"#, #"{"body":"eyJvayI6dHJ1ZX0=","isBase64Encoded":false}"#, "$.body"),
        (#"{"body":{"ok":true}}"#, #"{"body":"no"}"#, "$.body"), (#"{"body":{}}"#, "{}", "$.body"),
        (#"{"body":1}"#, #"{"body":"1"}"#, "$.body"), (#"{"a":{"body":{}}}"#, #"{"a":{"body":"{}"}}"#, "$.a.body"),
        (#"{"é":1}"#, #"{"é":2}"#, "$.é"),
    ])
    func theFirstPlaceThatDiffersIsNamed(expected: String, found: String, path: String) {
        #expect(mismatch(expected, found)?.path == path)
    }
}

@Suite struct SmokeTestFailureTests {
    private func failure(
        _ criterion: SmokeTest.Criterion, _ payload: String, error: String? = nil
    ) -> SmokeTestFailure? {
        SmokeTestFailure(
            of: InvocationResult(payload: Array(payload.utf8), functionError: error, logTail: nil), criterion)
    }

    @Test func anAnswerMustBeNoError() {
        #expect(failure(.success, "anything") == nil)
        #expect(failure(.success, "", error: "Handled") == .functionError(kind: "Handled"))
        #expect(failure(.answer(.object([:])), "{}", error: "Unhandled") == .functionError(kind: "Unhandled"))
    }

    @Test func whatIsExpectedMustBeInTheAnswer() {
        #expect(failure(.answer(.object([:])), "{}") == nil)
        #expect(failure(.answer(.object([:])), "") == .notJSON)
        #expect(failure(.answer(.string("*")), "no JSON") == .notJSON)
    }

    private static let refused = #"{"errorType":"Refused","errorMessage":"order 7 is not mine","stackTrace":["lost"]}"#

    @Test(arguments: ["Refused", "Ref", "order 7", "not mine"])
    func anErrorIsExpectedByItsTypeOrItsMessage(text: String) {
        #expect(failure(.error(containing: text), Self.refused, error: "Unhandled") == nil)
    }

    @Test func anotherErrorOrNoneIsNotTheOneThatIsExpected() {
        let wanted = SmokeTest.Criterion.error(containing: "lost")
        let other = SmokeTestFailure.otherError(expected: "lost", kind: "Unhandled")
        #expect(failure(wanted, Self.refused, error: "Unhandled") == other)
        #expect(failure(wanted, "lost", error: "Unhandled") == other)
        #expect(failure(wanted, #"{"errorType":null,"errorMessage":["lost"]}"#, error: "Unhandled") == other)
        #expect(failure(wanted, #"{"errorMessage":"lost"}"#) == .noError(expected: "lost"))
    }
}
