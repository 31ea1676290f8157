import HTTP
import Testing

@testable import ControlPlaneSimulator

@Suite struct MultipartUploadTests {
    private let key = "/builds/a.zip"

    @Test func thePartsBecomeOneObjectInTheOrderOfTheirNumbers() {
        var bench = Bench.withBucket { _ in }
        let id = bench.create(key).xml["UploadId"] ?? ""
        let second = bench.part(key, id, 2, "two")
        let first = bench.part(key, id, 1, "one!")
        #expect(bench.call(.get, "\(key)?uploadId=\(id)", [:], headers: [:]).xml.parts == ["1", "2"])
        let reply = bench.complete(key, id, [(1, "one!", first.eTag), (2, "two", second.eTag)])
        let composite = base64(sha256(sha256(Array("one!".utf8)) + sha256(Array("two".utf8)))) + "-2"
        #expect(reply.status == 200 && reply.xml["ChecksumSHA256"] == composite)
        #expect(bench.plane.object("builds", "a.zip")?.content.all == Array("one!two".utf8))
        let head = bench.head(key, ["x-amz-checksum-mode": "ENABLED"]).response.headers
        #expect(head["x-amz-checksum-sha256"] == composite && head["x-amz-checksum-type"] == "COMPOSITE")
        #expect(bench.complete(key, id, [(1, "one!", first.eTag)]).code == "NoSuchUpload")
        let digest = base64(sha256(Array("one!two".utf8)))
        #expect(bench.call(.put, "/orders/code", ["S3Bucket": "builds", "S3Key": "a.zip"]).status == 400, "no zip")
        #expect(digest != composite)
    }

    @Test func partsThatAreNotAsTheListSaysAreRefused() {
        var bench = Bench.withBucket { _ in }
        let id = bench.create(key).xml["UploadId"] ?? ""
        let first = bench.part(key, id, 1, "one!")
        let second = bench.part(key, id, 2, "two!")
        #expect(
            bench.complete(key, id, [(2, "two!", second.eTag), (1, "one!", first.eTag)]).code == "InvalidPartOrder")
        #expect(bench.complete(key, id, [(1, "one!", "\"x\"")]).code == "InvalidPart")
        #expect(bench.complete(key, id, [(1, "two!", first.eTag)]).code == "InvalidPart")
        #expect(bench.complete(key, id, [(3, "one!", first.eTag)]).code == "InvalidPart")
        #expect(bench.complete(key, id, []).code == "InvalidPartOrder")
        let short = bench.part(key, id, 1, "one")
        #expect(bench.complete(key, id, [(1, "one", short.eTag), (2, "two!", second.eTag)]).code == "EntityTooSmall")
        let bare = bench.call(.put, "\(key)?partNumber=1&uploadId=\(id)", ["a": 1], headers: [:])
        #expect(bare.code == "InvalidRequest", "the upload was begun with checksums")
        #expect(bench.part(key, id, 10_001, "one!").code == "InvalidArgument")
        #expect(bench.part(key, "other", 1, "one!").code == "NoSuchUpload")
        #expect(bench.part("/builds/other.zip", id, 1, "one!").code == "NoSuchUpload")
        #expect(bench.plane.object("builds", "a.zip") == nil)
    }

    @Test(arguments: [false, true])
    func anUploadIsAbortedUntilNothingIsLeft(_ leavesAPart: Bool) {
        var bench = Bench.withBucket { _ in }
        bench.plane.settings.abortsLeaveAPart = leavesAPart
        let id = bench.create(key).xml["UploadId"] ?? ""
        _ = bench.part(key, id, 1, "one!")
        _ = bench.part(key, id, 2, "two!")
        let path = "\(key)?uploadId=\(id)"
        #expect(bench.call(.delete, path, [:], headers: [:]).status == 204)
        let list = bench.call(.get, path, [:], headers: [:])
        if leavesAPart {
            #expect(list.xml.parts == ["2"])
            #expect(bench.call(.delete, path, [:], headers: [:]).status == 204)
        } else {
            #expect(list.code == "NoSuchUpload")
        }
        #expect(bench.call(.delete, path, [:], headers: [:]).code == "NoSuchUpload")
        #expect(bench.plane.buckets["builds"]?.uploads.isEmpty == true)
    }

    /// S3 words errors in XML, whoever finds them.
    @Test func aRefusalIsWordedAsS3Does() {
        var bench = Bench.withBucket { _ in }
        bench.plane.settings.denied = [.putObject]
        let reply = bench.put(key, "one", [:])
        #expect(reply.status == 403 && reply.code == "AccessDenied")
        #expect(reply.text.contains("s3:PutObject"))
        #expect(bench.plane.history.requests.last?.errorType == "AccessDenied")
        #expect(bench.plane.history.requests.last?.operation == .putObject)
    }

    @Test(arguments: [
        (Fault.throttled, 503, "SlowDown"), (.failed, 200, "InternalError"), (.failedButDone, 500, "InternalError"),
    ])
    func faultsOfS3AreItsOwn(_ fault: Fault, _ status: Int, _ code: String) async throws {
        var plane = Bench.withBucket { _ in }.plane
        plane.settings.smallestPart = 1
        var simulation = Simulation(plane)
        simulation.inject(fault, on: .number(1))
        let complete = request(.post, "\(key)?uploadId=u", [:], headers: [:])
        let sent = simulation.begin(complete, author: "client", at: .zero)
        guard case .answer(let response) = simulation.arrive(complete, sent, at: .zero) else {
            Issue.record("no answer")
            return
        }
        #expect(response.status == status && Reply(response).code == code)
    }
}
