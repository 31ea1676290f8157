import HTTP
import Testing
import Worlds

@testable import LockstepAction

/// Whoever may not decrypt with the function's key is shown an error in place of its variables.
/// Source: https://docs.aws.amazon.com/lambda/latest/api/API_EnvironmentResponse.html
@Suite struct UnreadableVariablesTests {
    @Test(arguments: ["merge", "replace"])
    func variablesThatCannotBeReadAreNeverWritten(strategy: String) async {
        var bench = Bench()
        bench.inputs["environment-strategy"] = strategy
        bench.wire = { HidingTransport($0, unlessKey: nil) }
        let run = await bench.run()
        #expect(run.errors.count == 1 && run.errors.first?.contains("kms:Decrypt") == true, "\(run.log)")
        #expect(run.writes.isEmpty)
        #expect(run.output(.conflicts) == "0")
    }

    @Test func anotherKeyIsTheCure() async {
        var bench = replacingUnderAnotherKey()
        bench.wire = { HidingTransport($0, unlessKey: anotherKey) }
        let run = await bench.run()
        #expect(run.exitCode == 0, "\(run.log)")
        #expect(run.output(.outcome) == "deployed")
    }

    @Test func whatCannotBeReadAfterwardsEitherIsNoRivals() async {
        var bench = replacingUnderAnotherKey()
        bench.wire = { HidingTransport($0, unlessKey: nil) }
        let run = await bench.run()
        #expect(run.errors.count == 1 && run.errors.first?.contains("kms:Decrypt") == true, "\(run.log)")
        #expect(run.output(.conflicts) == "0")
        #expect(run.aliasVersion == "1")
    }

    private func replacingUnderAnotherKey() -> Bench {
        var bench = Bench()
        bench.inputs["environment-strategy"] = "replace"
        bench.inputs["kms-key-arn"] = anotherKey
        return bench
    }
}

private let anotherKey = "arn:aws:kms:eu-west-1:123456789012:key/00000000-0000-0000-0000-000000000002"

private struct HidingTransport: HTTPTransport {
    private let next: any HTTPTransport
    private let readableKey: String?

    init(_ next: any HTTPTransport, unlessKey readableKey: String?) {
        self.next = next
        self.readableKey = readableKey
    }

    func send(_ request: HTTPRequest) async throws(HTTPFailure) -> HTTPResponse {
        let answer = try await next.send(request)
        let text = String(decoding: answer.body, as: UTF8.self)
        if let readableKey, text.contains(readableKey) { return answer }
        let hidden = text.replacing(
            "\"Environment\":{", with: "\"Environment\":{\"Error\":{\"Message\":\"denied\"}},\"Hidden\":{")
        return HTTPResponse(status: answer.status, headers: answer.headers, body: Array(hidden.utf8))
    }
}
