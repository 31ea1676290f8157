import AWSCore
import AWSServices
import Fuzzing
import HTTP
import Testing

/// Whatever comes back from AWS, or from whoever answers in its place: a value or a failure, and never the wrong one.
@Suite struct AnswerFuzzTests {
    @Test func anyAnswerIsAValueOrTheRightFailure() async throws {
        for one in Campaign("answers", cases: 3_000, filter: "AnswerFuzzTests") {
            var dice = one.dice
            let operation = dice.pick(FuzzedOperation.all)
            let answer = dice.anyAnswer(to: operation)
            let outcome = try await Outcome(of: operation, answer)
            let mistakes = outcome.mistakes(operation, answer)
            #expect(mistakes.isEmpty, "\(operation.name), \(answer): \(outcome) is wrong: \(mistakes), \(one)")
        }
    }

    @Test func aWriteWhoseAnswerIsCutOffOrHasMoreBehindItIsNeverDoneOrRefused() async throws {
        for one in Campaign("spoilt answers of writes", cases: 1_500, filter: "AnswerFuzzTests") {
            var dice = one.dice
            let operation = dice.pick(FuzzedOperation.all.filter { $0.isWrite && $0.isJSON })
            let good = Array(operation.good.utf8)
            let spoilt =
                dice.chance(70) ? Array(good.prefix(dice.below(good.count))) : good + [dice.pick([0, 44, 125])]
            let answer = HTTPResponse(status: dice.pick([200, 201, 202]), headers: HTTPHeaders([]), body: spoilt)
            let outcome = try await Outcome(of: operation, answer)
            guard case .failure(.outcomeUnknown) = outcome.result else {
                Issue.record("\(operation.name) after \(spoilt.count) bytes is \(outcome), \(one)")
                continue
            }
            #expect(outcome.requests == 1, "\(one)")
        }
    }

    @Test func theAnswersToBeSpoiltAreGood() async throws {
        for operation in FuzzedOperation.all {
            let headers = HTTPHeaders([.init(name: "Content-Length", value: "5")])
            let answer = HTTPResponse(status: 200, headers: headers, body: Array(operation.good.utf8))
            guard case .success = try await Outcome(of: operation, answer).result else {
                Issue.record("\(operation.name)")
                continue
            }
        }
    }
}

private struct Outcome {
    let result: Result<Void, AWSFailure>
    let requests: Int

    init(of operation: FuzzedOperation, _ answer: HTTPResponse) async throws {
        let service = FuzzedService(answer)
        do {
            try await operation.run(service)
            result = .success(())
        } catch let failure as AWSFailure {
            result = .failure(failure)
        }
        requests = service.requests
    }

    /// What this must not have come to after the answer; a second opinion, by the status alone as far as that goes.
    func mistakes(_ operation: FuzzedOperation, _ answer: HTTPResponse) -> [String] {
        let isSuccess = (200..<300).contains(answer.status)
        let isClear = (400..<500).contains(answer.status)
        var mistakes: [String] = []
        if requests > 110 { mistakes.append("\(requests) requests") }
        switch result {
        case .success:
            // What is to be deleted may be gone already.
            let isNotThere = answer.status == 404 && (!operation.isWrite || operation.name == "DeleteFunction")
            // Tags that nobody may list are unknown, which is no failure.
            let isUnseen = answer.status == 403 && operation.name == "ListTags"
            if !isSuccess && !isNotThere && !isUnseen { mistakes.append("success") }
            if isSuccess && operation.isJSON && !answer.beginsAsObject { mistakes.append("success without an object") }
        case .failure(.refused(let refusal)):
            if isSuccess { mistakes.append("a refusal") }
            if !isSuccess && !isClear && !Self.harmless.contains(refusal.code) { mistakes.append("a refusal") }
            if refusal.message.count > 2_100 { mistakes.append("an endless message") }
        case .failure(.outcomeUnknown(_, let reason)):
            if isClear && answer.status != 408 { mistakes.append("an unknown outcome") }
            if operation.isWrite && requests != 1 { mistakes.append("\(requests) writes") }
            if reason.count > 70_000 { mistakes.append("an endless reason") }
        case .failure(.unreachable), .failure(.cancelled): mistakes.append("nothing of the kind happened")
        }
        return mistakes
    }

    /// Names under which nothing was done whatever the status.
    private static let harmless: Set = [
        "ThrottlingException", "TooManyRequestsException", "SlowDown", "ResourceNotReadyException",
    ]
}

extension HTTPResponse {
    fileprivate var beginsAsObject: Bool {
        body.first { !" \t\r\n".utf8.contains($0) } == UInt8(ascii: "{")
    }
}
