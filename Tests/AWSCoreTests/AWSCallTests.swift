import HTTP
import Testing

@testable import AWSCore

/// What a call says of itself, and what the client makes of it.
@Suite struct AWSCallTests {
    @Test func whatMayBeRepeatedIsRepeatedAfterAnUnclearEnd() async throws {
        let bench = try Bench([reset, .answer(500, ""), success])
        #expect(await bench.failure(.repeatable, within: budget) == nil)
        #expect(bench.transport.requests.count == 3)
        let limits = try #require(bench.transport.requests.first?.limits)
        #expect(limits.total == .seconds(60), "it may be a large upload")
        #expect(limits.graceWhenCancelled == .zero, "nothing has to be known of it")
    }

    @Test func aCallIsTriedAsOftenAsItSays() async throws {
        let bench = try Bench(Array(repeating: throttled, count: 3))
        var call = bench.call(.repeatable)
        call.mostTries = 3
        guard case .refused? = await bench.failure(call, within: .seconds(600)) else {
            Issue.record("it is not refused")
            return
        }
        #expect(bench.transport.requests.count == 3)
    }

    @Test(arguments: [AWSCall.Effect.write, .repeatable])
    func whatFailedInPassingIsSentAgain(_ effect: AWSCall.Effect) async throws {
        let bench = try Bench([.answer(400, #"{"code":"BadDigest"}"#), success])
        var call = bench.call(effect)
        call.passingFaults = ["BadDigest"]
        #expect(await bench.failure(call, within: budget) == nil)
        #expect(bench.clock.pauses == [.seconds(0.25)])
    }

    @Test func aStatusCanBeAnAnswer() async throws {
        let bench = try Bench([.answer(301, #"{"region":"r"}"#)])
        var call = bench.call(.read)
        call.answers = [301]
        #expect(try await bench.send(call, within: budget) == ["region": .string("r")])
    }

    @Test func theLongestTryIsHeldForAnyEffect() async throws {
        for effect in [AWSCall.Effect.read, .repeatable, .write] {
            let bench = try Bench([success])
            var call = bench.call(effect)
            call.longestTry = .seconds(1)
            _ = try await bench.send(call, within: budget)
            #expect(bench.transport.requests.first?.limits.total == .seconds(1))
        }
    }

    /// A digest that is known is not computed again: the body may be a large file.
    @Test func aBodysKnownDigestIsTaken() async throws {
        let bench = try Bench([success], signature: .s3)
        var call = bench.call(.write)
        call.body = HTTPBody(parts: [.source(Unreadable())])
        call.bodyDigest = SHA256Digest.of([1, 2, 3])
        _ = try await bench.send(call, within: budget)
        #expect(
            bench.transport.requests.first?.headers["X-Amz-Content-Sha256"] == SHA256Digest.of([1, 2, 3]).hex)
    }

    @Test func aServiceMayReadItsErrorsItself() {
        let answer = HTTPResponse(status: 404, headers: HTTPHeaders([]), body: Array("<a/>".utf8))
        let read = Refusal(operation: "Op", answer: answer, errors: .other { _ in ErrorText(code: "C", message: "m") })
        #expect(read.code == "C" && read.message == "m")
        let unread = Refusal(operation: "Op", answer: answer, errors: .other { _ in nil })
        #expect(unread.code == "" && unread.message == "<a/>")
    }

    @Test func worksRunBesideEachOtherUntilOneIsInVain() async {
        let clock = ManualClock()
        await clock.sideBySide([
            { false },
            {
                // Ends because it is cancelled.
                do { try await Task.sleep(for: .seconds(600)) } catch { return false }
                return true
            },
        ])
    }
}

private struct Unreadable: ByteSource {
    let count = 3

    func read(at offset: Int, into buffer: UnsafeMutableRawBufferPointer) throws(ByteSourceFailure) -> Int {
        throw ByteSourceFailure(reason: "it is gone")
    }
}
