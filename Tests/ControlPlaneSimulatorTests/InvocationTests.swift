import Testing

@testable import ControlPlaneSimulator

@Suite struct InvocationTests {
    private let path = "/2015-03-31/functions/orders/invocations"

    @Test func byDefaultAFunctionAnswersWithAnEcho() {
        var bench = Bench()
        let reply = bench.call(.post, path + "?Qualifier=live", ["a": 1], headers: ["X-Amz-Log-Type": "Tail"])
        #expect(reply.status == 200)
        #expect(reply.json == ["statusCode": 200, "echo": ["a": 1]])
        #expect(reply.response.headers["X-Amz-Executed-Version"] == "1")
        #expect(reply.response.headers["X-Amz-Function-Error"] == nil)
        #expect(reply.response.headers["X-Amz-Log-Result"] != nil)
    }

    @Test func anErrorOfTheFunctionIsA200WithAHeader() {
        var bench = Bench()
        bench.plane.setBehaviour(
            of: "orders", to: .init(payload: Array("{}".utf8), functionError: "Unhandled", log: "::set-output"))
        let reply = bench.call(.post, path, [:], headers: [:])
        #expect(reply.status == 200)
        #expect(reply.response.headers["X-Amz-Function-Error"] == "Unhandled")
    }

    @Test func aPayloadThatIsNoJSONIsRefused() {
        var bench = Bench()
        var invocation = request(.post, path, [:], headers: [:])
        invocation.body = .bytes(Array("no".utf8))
        let reply = Reply(bench.plane.handle(invocation, at: .zero, author: "client"))
        #expect(reply.error == "InvalidRequestContentException")
    }
}
