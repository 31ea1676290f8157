import HTTP
import Testing

@testable import ControlPlaneSimulator

/// S3's rules, by its own interface.
@Suite struct S3Tests {
    private let key = "/builds/a/b%20c.zip"

    @Test func anObjectIsKeptWithItsVersionsAndItsChecksum() {
        var bench = Bench.withBucket { _ in }
        let first = bench.put(key, "one", ["x-amz-checksum-sha256": checksum("one")])
        #expect(first.status == 200 && first.response.headers["x-amz-version-id"] == "version-1")
        #expect(bench.put(key, "two", [:]).response.headers["x-amz-version-id"] == "version-2")
        let old = bench.head("\(key)?versionId=version-1", ["x-amz-checksum-mode": "ENABLED"]).response.headers
        #expect(old["x-amz-checksum-sha256"] == checksum("one") && old["x-amz-checksum-type"] == "FULL_OBJECT")
        let new = bench.head(key, ["x-amz-checksum-mode": "ENABLED"]).response.headers
        #expect(new["x-amz-checksum-sha256"] == nil, "it came without")
        #expect(bench.head(key, [:]).response.headers["x-amz-checksum-sha256"] == nil, "nobody asked")
        #expect(bench.head("\(key)?versionId=version-3", [:]).status == 404)
        let part = bench.call(.get, key, [:], headers: ["Range": "bytes=1-1"])
        #expect(part.status == 206 && part.text == "w")
    }

    @Test func aBucketWithoutVersionsKeepsOne() {
        var bench = Bench.withBucket { $0.isVersioned = false }
        #expect(bench.put(key, "one", [:]).response.headers["x-amz-version-id"] == nil)
        _ = bench.put(key, "two", [:])
        #expect(bench.plane.object("builds", "a/b c.zip")?.content.all == Array("two".utf8))
        #expect(bench.plane.buckets["builds"]?.objects["a/b c.zip"]?.count == 1)
    }

    @Test func bytesThatAreNotWhatIsSaidOfThemAreRefused() {
        var bench = Bench.withBucket { _ in }
        #expect(bench.put(key, "one", ["x-amz-checksum-sha256": checksum("two")]).code == "BadDigest")
        let signed = ["x-amz-content-sha256": hex(sha256(Array("two".utf8)))]
        #expect(bench.put(key, "one", signed).code == "XAmzContentSHA256Mismatch")
        #expect(bench.plane.object("builds", "a/b c.zip") == nil)
    }

    @Test func aWriteOnConditionIsRefusedWhereSomethingIs() {
        var bench = Bench.withBucket { $0.conflicts = 1 }
        let condition = ["If-None-Match": "*"]
        let conflict = bench.put(key, "one", condition)
        #expect(conflict.status == 409 && conflict.code == "ConditionalRequestConflict")
        #expect(bench.put(key, "one", condition).status == 200)
        let refused = bench.put(key, "two", condition)
        #expect(refused.status == 412 && refused.code == "PreconditionFailed")
        #expect(bench.put(key, "two", [:]).status == 200)
    }

    @Test func aBucketIsSomebodysAndSomewhere() {
        var bench = Bench.withBucket { _ in }
        #expect(bench.put("/nothing/a", "one", [:]).code == "NoSuchBucket")
        #expect(bench.put(key, "one", ["x-amz-expected-bucket-owner": "123456789012"]).status == 200)
        let others = bench.put(key, "one", ["x-amz-expected-bucket-owner": "210987654321"])
        #expect(others.status == 403 && others.code == "AccessDenied")
        #expect(bench.head("/builds", [:]).response.headers["x-amz-bucket-region"] == "eu-west-1")
        #expect(bench.head("/nothing", [:]).status == 404)

        bench.plane.addBucket("far") { $0.region = "us-east-1" }
        for reply in [bench.put("/far/a", "one", [:]), bench.head("/far/a", [:]), bench.head("/far", [:])] {
            #expect(reply.status == 301 && reply.response.headers["x-amz-bucket-region"] == "us-east-1")
        }
        let lambda = bench.call(.put, "/orders/code", ["S3Bucket": "far", "S3Key": "a"])
        #expect(lambda.status == 400)
        #expect(
            lambda.message?.hasSuffix("The bucket is in this region: null. Please use this region to retry the request")
                == true)
    }

    @Test func whoMayNotListTheBucketIsNotToldWhatIsMissing() {
        var bench = Bench.withBucket { _ in }
        #expect(bench.head(key, [:]).status == 404)
        bench.plane.settings.denied = [.headBucket]
        #expect(bench.head(key, [:]).status == 403)
        #expect(bench.head("/builds", [:]).status == 403)
    }

    @Test func aKeyOfKMSHidesWhatItEncrypts() {
        var bench = Bench.withBucket { $0.encryption = .kms(key: "arn") }
        _ = bench.put(key, "one", ["x-amz-checksum-sha256": checksum("one")])
        let mode = ["x-amz-checksum-mode": "ENABLED"]
        #expect(bench.head(key, mode).response.headers["x-amz-server-side-encryption-aws-kms-key-id"] == "arn")
        #expect(bench.head(key, mode).response.headers["x-amz-checksum-sha256"] == checksum("one"))
        bench.plane.settings.deniedOfKMS = [.decrypt]
        #expect(bench.head(key, mode).response.headers["x-amz-checksum-sha256"] == nil)
        #expect(bench.call(.get, key, [:], headers: [:]).status == 403)
        #expect(bench.put(key, "two", [:]).status == 200)
        bench.plane.settings.deniedOfKMS = [.generateDataKey]
        #expect(bench.put(key, "two", [:]).status == 403)
        #expect(bench.create(key).status == 403)
    }

    /// A PEX file or a zipapp is a program with a zip behind it.
    @Test func aZipMayHaveBytesBeforeIt() {
        var bench = Bench.withBucket { _ in }
        let end = [0x50, 0x4B, 5, 6] + [UInt8](repeating: 0, count: 18)
        bench.plane.putObject("builds", "app.pex", Array("#!/usr/bin/env python3\n".utf8) + end)
        #expect(bench.call(.put, "/orders/code", ["S3Bucket": "builds", "S3Key": "app.pex"]).status == 200)
        bench.settle()
        bench.plane.putObject("builds", "app.txt", Array("#!/usr/bin/env python3\n".utf8))
        #expect(bench.call(.put, "/orders/code", ["S3Bucket": "builds", "S3Key": "app.txt"]).status == 400)
    }
}
