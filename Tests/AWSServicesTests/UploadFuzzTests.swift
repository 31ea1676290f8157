import AWSCore
import AWSServices
import Fuzzing
import HTTP
import Synchronization
import Testing

/// Whatever S3 answers to the calls of an upload: it ends, after a bounded number of them.
@Test func anyAnswersToAnUploadComeToAnEnd() async throws {
    let good = [
        "<InitiateMultipartUploadResult><UploadId>u</UploadId></InitiateMultipartUploadResult>",
        "<CompleteMultipartUploadResult><ETag>\"e\"</ETag></CompleteMultipartUploadResult>",
        "<Error><Code>SlowDown</Code><Message>m</Message></Error>", "<Error><Code>NoSuchUpload</Code></Error>",
        "<ListPartsResult><Part/></ListPartsResult>", "<Error><Code>ConditionalRequestConflict</Code></Error>",
    ]
    for one in Campaign("answers to uploads", cases: 600, filter: "anyAnswersToAnUploadComeToAnEnd") {
        var dice = one.dice
        let service = AnythingGoes(dice, good)
        let s3 = S3(client: try benchClient(over: service, .s3, PassingClock()))
        let source = dice.chance(70) ? S3Bench.package : S3Bench.smallPackage
        do throws(S3UploadFailure) {
            _ = try await s3.upload(
                source, try S3Bench.checksum(of: source), to: S3Bench.address, onlyIfAbsent: dice.chance(50),
                progress: { _ in }, within: .seconds(600))
        } catch {}
        #expect(service.requests < 2_000, "\(one)")
    }
}

private final class AnythingGoes: HTTPTransport {
    private let state: Mutex<(dice: Dice, requests: Int)>
    private let good: [String]

    init(_ dice: Dice, _ good: [String]) {
        state = Mutex((dice, 0))
        self.good = good
    }

    var requests: Int { state.withLock { $0.requests } }

    func send(_ request: HTTPRequest) async throws(HTTPFailure) -> HTTPResponse {
        state.withLock { state in
            state.requests += 1
            let body = state.dice.pick(good)
            return state.dice.anyAnswer(
                to: FuzzedOperation("S3", isWrite: true, isJSON: false, good: body) { _ in })
        }
    }
}
