import AWSCore
import HTTP
import Testing

private func refused(_ status: Int, _ code: String, _ message: String) -> AWSFailure {
    .refused(Refusal(operation: "Op", status: status, code: code, message: message, requestID: nil))
}

@Test func anAnswerIsGivenWithoutItsNulls() async throws {
    let bench = try Bench([success])
    #expect(try await bench.send(.read, within: budget) == ["a": .integer(1)])
    let request = try #require(bench.transport.requests.first)
    #expect(request.url == "http://localhost:9/base/path")
    #expect(request.headers["User-Agent"] == "lockstep/0")
    #expect(request.headers["Host"] == "localhost:9")
}

@Test(arguments: [AWSCall.Effect.read, .write])
func whatWasNotSentIsSentAgainAtOnceAndThenAfterPauses(_ effect: AWSCall.Effect) async throws {
    let bench = try Bench([notSent, notSent, notSent, success])
    #expect(await bench.failure(effect, within: budget) == nil)
    #expect(bench.clock.pauses == [.seconds(0.25), .seconds(0.5)])
}

@Test func whoeverCannotBeReachedIsGivenUp() async throws {
    let bench = try Bench([success] + Array(repeating: notSent, count: 8))
    #expect(await bench.failure(.read, within: budget) == nil)
    #expect(await bench.failure(.write, within: .seconds(600)) == .unreachable(operation: "Op", reason: "refused"))
    #expect(bench.transport.requests.count == 1 + 8)
}

@Test func whoeverHasNeverAnsweredIsGivenUpSoonerAndOnlyOnce() async throws {
    let bench = try Bench(Array(repeating: notSent, count: 7) + [success] + Array(repeating: notSent, count: 8))
    #expect(await bench.failure(.read, within: .seconds(600)) == .unreachable(operation: "Op", reason: "refused"))
    #expect(bench.transport.requests.count == 6)
    #expect(await bench.failure(.read, within: .seconds(600)) == .unreachable(operation: "Op", reason: "refused"))
    #expect(bench.transport.requests.count == 7)
    #expect(await bench.failure(.read, within: budget) == nil)
    #expect(await bench.failure(.read, within: .seconds(600)) == .unreachable(operation: "Op", reason: "refused"))
    #expect(bench.transport.requests.count == 8 + 8)
}

@Test(arguments: [
    throttled, .answer(400, #"{"__type":"ThrottlingException","message":"Rate exceeded"}"#),
    .answer(503, "", ["x-amzn-errortype": "RequestLimitExceeded"]),
])
func whatWasThrottledIsSentAgain(_ reply: ScriptedTransport.Reply) async throws {
    for effect in [AWSCall.Effect.read, .write] {
        let bench = try Bench([reply, reply, success])
        #expect(await bench.failure(effect, within: budget) == nil)
        #expect(bench.clock.pauses == [.seconds(0.25), .seconds(0.5)])
    }
}

@Test(arguments: [
    (["Retry-After": "7"], Duration.seconds(7)), (["Retry-After": "0"], .seconds(0.25)),
    (["Retry-After": "soon"], .seconds(0.25)),
    (["Retry-After": "Sun, 06 Nov 1994 08:49:40 GMT", "Date": "Sun, 06 Nov 1994 08:49:37 GMT"], .seconds(3)),
])
func aThrottleIsGivenTheTimeItAsksFor(_ headers: [String: String], _ pause: Duration) async throws {
    let bench = try Bench([.answer(429, "{}", headers), success])
    #expect(await bench.failure(.write, within: budget) == nil)
    #expect(bench.clock.pauses == [pause])
}

@Test func aThrottleThatAsksForMoreThanThereIsIsARefusal() async throws {
    let bench = try Bench([.answer(429, #"{"message":"Rate exceeded"}"#, ["Retry-After": "61"])])
    #expect(await bench.failure(.read, within: budget) == refused(429, "", "Rate exceeded"))
    #expect(bench.clock.pauses.isEmpty)
}

@Test func throttlingNeverLastsLongerThanTheBudget() async throws {
    let bench = try Bench(Array(repeating: throttled, count: 200))
    #expect(await bench.failure(.write, within: budget) == refused(429, "", "Rate exceeded"))
    #expect(bench.clock.elapsed() <= budget)
    #expect(bench.clock.pauses.allSatisfy { $0 <= .seconds(5) })
    #expect(bench.transport.requests.count == 27)
}

@Test func evenWithoutPausesTheTriesEnd() async throws {
    let bench = try Bench(Array(repeating: throttled, count: 100), clock: ManualClock(random: 0))
    #expect(await bench.failure(.read, within: budget) == refused(429, "", "Rate exceeded"))
    #expect(bench.transport.requests.count == 100)
}

private let unclearReplies: [Reply] = [
    reset, .answer(500, #"{"message":"Internal"}"#, ["x-amzn-errortype": "ServiceException"]),
    .answer(502, "<html>Bad Gateway</html>"), .answer(503, ""), .answer(408, ""), .answer(200, "<html>login</html>"),
    .answer(200, #"{"FunctionName":"f","Stat"#), .answer(200, ""), .answer(200, "null"), .answer(200, "[]"),
]

@Test(arguments: unclearReplies)
func aReadWithAnUnclearEndIsRepeated(_ reply: ScriptedTransport.Reply) async throws {
    let bench = try Bench([reply, reply, success])
    #expect(await bench.failure(.read, within: budget) == nil)
    #expect(bench.clock.pauses == [.seconds(0.25), .seconds(0.5)])
}

@Test(arguments: unclearReplies)
func aWriteWithAnUnclearEndIsNeverRepeated(_ reply: ScriptedTransport.Reply) async throws {
    let bench = try Bench([reply])
    guard case .outcomeUnknown? = await bench.failure(.write, within: budget) else {
        Issue.record("the outcome is not known to be unknown")
        return
    }
    #expect(bench.transport.requests.count == 1)
}

@Test func aReadThatStaysUnclearSaysWhatWasSeen() async throws {
    let reply = Reply.answer(500, #"{"message":"Internal"}"#, ["x-amzn-errortype": "E", "x-amzn-requestid": "id"])
    let bench = try Bench(Array(repeating: reply, count: 100))
    let reason = "the answer was 500 E: Internal (request id)"
    #expect(await bench.failure(.read, within: budget) == .outcomeUnknown(operation: "Op", reason: reason))
    #expect(bench.clock.elapsed() <= budget)
}

@Test func aFaultThatIsKnownToBeHarmlessIsARefusal() async throws {
    let bench = try Bench([.answer(502, #"{"message":"m"}"#, ["x-amzn-errortype": "ResourceNotReadyException"])])
    #expect(await bench.failure(.write, within: budget) == refused(502, "ResourceNotReadyException", "m"))
}

@Test(arguments: [400, 403, 404, 409, 412, 413])
func aRefusalIsFinal(_ status: Int) async throws {
    let bench = try Bench([.answer(status, #"{"message":"m"}"#, ["x-amzn-errortype": "E"])])
    #expect(await bench.failure(.read, within: budget) == refused(status, "E", "m"))
    #expect(bench.transport.requests.count == 1)
}

private func expired(serverTime: String) -> Reply {
    .answer(
        403, #"{"message":"Signature expired: 20150830T123600Z is now earlier than 20150830T130100Z"}"#,
        ["x-amzn-errortype": "InvalidSignatureException", "Date": serverTime])
}

@Test(arguments: [AWSCall.Effect.read, .write])
func aClockThatIsWrongIsSetByTheServers(_ effect: AWSCall.Effect) async throws {
    let bench = try Bench([expired(serverTime: "Sun, 30 Aug 2015 13:06:00 GMT"), success, success])
    #expect(await bench.failure(effect, within: budget) == nil)
    #expect(await bench.failure(effect, within: budget) == nil)
    let times = bench.transport.requests.map { $0.headers["X-Amz-Date"] }
    #expect(times == ["20150830T123600Z", "20150830T130600Z", "20150830T130600Z"])
    #expect(bench.clock.pauses.isEmpty)
}

@Test func aClockIsSetOnceACall() async throws {
    let reply = expired(serverTime: "Sun, 30 Aug 2015 13:06:00 GMT")
    let bench = try Bench([reply, reply])
    guard case .refused? = await bench.failure(.read, within: budget) else {
        Issue.record("it was not refused")
        return
    }
}

@Test func aWrongSignatureIsNotBlamedOnTheClock() async throws {
    let message = #"{"message":"The request signature we calculated does not match"}"#
    let headers = ["x-amzn-errortype": "InvalidSignatureException", "Date": "Sun, 30 Aug 2015 13:06:00 GMT"]
    let bench = try Bench([.answer(403, message, headers)])
    #expect(await bench.failure(.read, within: budget) != nil)
    #expect(bench.transport.requests.count == 1)
}

@Test func aCancelledCallSaysSo() async throws {
    let inTransport = try Bench([.failure(.cancelled)])
    #expect(await inTransport.failure(.write, within: budget) == .cancelled(operation: "Op"))
    let inPause = try Bench([throttled], clock: ManualClock(isCancelled: true))
    #expect(await inPause.failure(.write, within: budget) == .cancelled(operation: "Op"))
}

@Test func withoutTimeNothingIsSent() async throws {
    let failure = try await Bench([]).failure(.write, within: .zero)
    #expect(failure == .unreachable(operation: "Op", reason: "there was no time left to send it"))
}

@Test func aTryIsGivenWhatIsLeftOfTheBudget() async throws {
    let bench = try Bench([reset, success], secondsAnAnswer: 8)
    #expect(await bench.failure(.read, within: .seconds(12)) == nil)
    let totals = bench.transport.requests.map(\.limits.total)
    #expect(totals == [.seconds(10), .seconds(3.75)])
}

@Test func aWriteIsGivenAllTheTimeAndAMomentWhenCancelled() async throws {
    let bench = try Bench([success])
    #expect(await bench.failure(.write, within: .seconds(300)) == nil)
    let limits = try #require(bench.transport.requests.first?.limits)
    #expect(limits.total == .seconds(300))
    #expect(limits.graceWhenCancelled == .seconds(2))
    #expect(limits.idle == .seconds(30))
    #expect(limits.connect == .seconds(10))
}

@Test func aBodyThatCannotBeReadIsNotSent() async throws {
    struct Broken: ByteSource {
        let count = 3
        func read(at offset: Int, into buffer: UnsafeMutableRawBufferPointer) throws(ByteSourceFailure) -> Int {
            throw ByteSourceFailure(reason: "EIO")
        }
    }
    let bench = try Bench([])
    var call = AWSCall(operation: "Op", effect: .write, method: .put, path: "/")
    call.body = HTTPBody(parts: [.base64(Broken())])
    let reason = "what was to be sent cannot be read: EIO"
    #expect(await bench.failure(call, within: budget) == .unreachable(operation: "Op", reason: reason))
}
