import HTTP
import Synchronization
import Testing

@testable import AWSCore

/// Who listens hears of every try, of what came of it, and of what comes next.
@Suite struct AWSTryTests {
    private func heard(_ script: [Reply], _ effect: AWSCall.Effect) async throws -> [AWSTry] {
        let bench = try Bench(script)
        let heard = Mutex<[AWSTry]>([])
        var client = bench.client
        client.onTry = { attempt in heard.withLock { $0.append(attempt) } }
        _ = try? await client.send(bench.call(effect), within: budget) { answer throws(UnreadableAnswer) in
            try answer.jsonObject  // that it fails is one of the cases
        }
        return heard.withLock { $0 }
    }

    @Test func anAnswerIsHeardOfWithItsRequest() async throws {
        let tries = try await heard([.answer(200, "{}", ["x-amzn-RequestId": "r-1"])], .read)
        #expect(tries.count == 1 && tries[0].operation == "Op" && tries[0].status == 200)
        #expect(tries[0].requestID == "r-1" && tries[0].setback == nil && tries[0].pause == nil)
    }

    @Test func whatIsTriedAgainIsHeardOfWithItsPause() async throws {
        let tries = try await heard([throttled, notSent, success], .read)
        #expect(tries.map(\.setback?.kind) == [.throttled, .unreachable, nil])
        #expect(tries.map(\.status) == [429, nil, 200])
        #expect(tries.map(\.pause) == [.seconds(0.25), .zero, nil])
    }

    @Test func whatFailedInPassingIsNotTakenForAThrottle() throws {
        var call = try Bench([]).call(.read)
        call.passingFaults = ["IDPCommunicationError"]
        let answer = HTTPResponse(
            status: 400, headers: HTTPHeaders([]), body: Array(#"{"code":"IDPCommunicationError"}"#.utf8))
        #expect(Setback(answer, to: call, errors: .json).kind == .passing)
    }

    @Test func whatIsGivenUpIsHeardOfWithoutOne() async throws {
        let tries = try await heard([reset], .write)
        #expect(tries.map(\.setback) == [.unclear(reason: "reset")] && tries[0].pause == nil)
    }
}
