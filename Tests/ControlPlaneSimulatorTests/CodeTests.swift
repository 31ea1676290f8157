import FoundationEssentials
import HTTP
import Testing

@testable import ControlPlaneSimulator

@Suite struct CodeTests {
    @Test func theNewDigestIsAnsweredAtOnce() {
        var bench = Bench()
        let reply = bench.updateCode("new", [:])
        #expect(reply.json["CodeSha256"] == .string(base64(sha256(zip("new")))))
        #expect(reply.json["LastModified"] == "2025-10-09T08:53:20.000+0000")
    }

    @Test func bytesThatAreNoZipAreRefused() {
        var bench = Bench()
        let reply = bench.call(.put, "/orders/code", ["ZipFile": "bm8gemlw"])
        #expect(reply.status == 400)
        #expect(
            reply.message == "Could not unzip uploaded file. Please check your file, then try to upload again.")
    }

    @Test func aDryRunDoesNothing() {
        var bench = Bench()
        let before = bench.latest()
        #expect(bench.updateCode("new", ["DryRun": true]).status == 200)
        #expect(bench.latest() == before)
        #expect(bench.plane.history.writes(by: "client").isEmpty)
    }

    @Test func anObjectsDigestIsTheCodes() {
        var bench = Bench()
        let version = bench.plane.putObject("builds", "a/b c.zip", zip("stored"))
        let reply = bench.call(
            .put, "/orders/code",
            ["S3Bucket": "builds", "S3Key": "a/b c.zip", "S3ObjectVersion": .string(version)])
        #expect(reply.json["CodeSha256"] == .string(base64(sha256(zip("stored")))))
        let head = bench.call(
            .head, "/builds/a/b%20c.zip", [:], headers: ["x-amz-checksum-mode": "ENABLED"])
        #expect(head.status == 200)
        #expect(head.response.headers["x-amz-checksum-sha256"] == reply.json["CodeSha256"]?.string)
        #expect(head.response.headers["x-amz-version-id"] == version)
        #expect(head.response.body.isEmpty)
        #expect(bench.call(.get, "/builds/a/b%20c.zip", [:], headers: [:]).response.body == zip("stored"))
    }

    @Test func aBucketMayStandInTheHostsName() {
        var bench = Bench()
        bench.plane.putObject("builds", "a.zip", zip("stored"))
        var head = request(.head, "/a.zip", [:], headers: [:])
        head.origin = HTTPOrigin(scheme: .https, host: "builds.s3.eu-west-1.amazonaws.com", port: nil)
        #expect(bench.plane.handle(head, at: .zero, author: "client").status == 200)
        #expect(bench.plane.history.requests.last?.operation == .headObject)
    }

    @Test(arguments: [
        ("builds", "NoSuchKey", "The specified key does not exist."),
        ("nothing", "NoSuchBucket", "The specified bucket does not exist"),
    ])
    func aMissingObjectIsAnInvalidParameter(bucket: String, code: String, message: String) {
        var bench = Bench()
        bench.plane.putObject("builds", "other", zip("x"))
        let reply = bench.call(.put, "/orders/code", ["S3Bucket": .string(bucket), "S3Key": "missing"])
        #expect(reply.status == 400)
        #expect(
            reply.message
                == "Error occurred while GetObject. S3 Error Code: \(code). S3 Error Message: \(message)")
        #expect(bench.call(.get, "/\(bucket)/missing", [:], headers: [:]).text.contains("<Code>\(code)</Code>"))
    }

    @Test func anImagesDigestIsHexAndItsTagIsResolved() {
        var bench = Bench()
        let uri = "123456789012.dkr.ecr.eu-west-1.amazonaws.com/shop:new"
        bench.plane.add("picture", imageUri: "example.com/shop:old", configuration: [:], versions: 1, alias: nil)
        bench.plane.images[uri] = String(repeating: "ab", count: 32)
        #expect(
            bench.call(.put, "/picture/code", ["ImageUri": .string(uri)]).json["CodeSha256"]
                == .string(String(repeating: "ab", count: 32)))
        let code = bench.call(.get, "/picture", [:]).json["Code"]
        #expect(code?["ImageUri"] == .string(uri))
        #expect(
            code?["ResolvedImageUri"]?.string
                == "123456789012.dkr.ecr.eu-west-1.amazonaws.com/shop@sha256:" + String(repeating: "ab", count: 32))
    }

    @Test func theWrongKindOfSourceIsRefused() {
        var bench = Bench()
        bench.plane.add("picture", imageUri: "example.com/shop:old", configuration: [:], versions: 0, alias: nil)
        #expect(
            bench.call(.put, "/orders/code", ["ImageUri": "a:b"]).message
                == "Please don't provide ImageUri when updating a function with packageType Zip.")
        #expect(
            bench.call(.put, "/picture/code", ["ZipFile": .string(base64(zip("x")))]).message
                == "Please provide ImageUri when updating a function with packageType Image.")
    }

    @Test(arguments: [
        (69_905_072, "Zipped size must be smaller than 52428800 bytes"),
        (70_167_212, "Request must be smaller than 70167211 bytes for the UpdateFunctionCode operation"),
    ])
    func whatIsTooLargeIsRefused(letters: Int, message: String) {
        var bench = Bench()
        var update = request(.put, "/2015-03-31/functions/orders/code", [:], headers: [:])
        let zeros = [UInt8](repeating: UInt8(ascii: "A"), count: letters)
        update.body = .bytes(Array("{\"ZipFile\":\"".utf8) + zeros + Array("\"}".utf8))
        let reply = Reply(bench.plane.handle(update, at: .zero, author: "client"))
        #expect(reply.status == 413)
        #expect(reply.error == "RequestEntityTooLargeException")
        #expect(reply.message == message)
    }

    @Test func aBodyInPartsIsReadAsOne() {
        var bench = Bench()
        var update = request(.put, "/2015-03-31/functions/orders/code", [:], headers: [:])
        update.body = HTTPBody(parts: [
            .bytes(Array("{\"ZipFile\":\"".utf8)), .base64(HTTPBody.bytes(zip("in parts"))),
            .bytes(Array("\"}".utf8)),
        ])
        let reply = Reply(bench.plane.handle(update, at: .zero, author: "client"))
        #expect(reply.json["CodeSha256"] == .string(ControlPlane.codeSha256(ofZip: zip("in parts"))))
    }

    @Test func theRegistryTellsTheDigestOfATag() {
        var bench = Bench()
        let reply = bench.call(
            .post, "/",
            ["repositoryName": "shop", "imageIds": [["imageTag": "new"]]],
            headers: ["X-Amz-Target": "AmazonEC2ContainerRegistry_V20150921.BatchGetImage"])
        let digest = bench.plane.digest(ofImage: "123456789012.dkr.ecr.eu-west-1.amazonaws.com/shop:new")
        #expect(reply.json["images"]?.array?.first?["imageId"]?["imageDigest"] == .string("sha256:\(digest)"))
    }
}
