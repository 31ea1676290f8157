import AWSCore
import Testing

@testable import Inputs

@Suite struct PackageSourceTests {
    private static let none: [String: String?] = ["zip-file": nil]
    private static let hex = String(repeating: "0123456789abcdef", count: 4)

    @Test(
        arguments: [
            (["code-artifacts-dir": "dist"], PackageSource.directory(path: "dist")),
            (["zip-file": "a b.zip"], .zipFile(path: "a b.zip")),
            (["s3-bucket": "builds", "s3-key": "a/b.zip"], .s3(bucket: "builds", key: "a/b.zip", version: nil)),
            (
                ["s3-bucket": "builds", "s3-key": "k", "s3-object-version": "v"],
                .s3(bucket: "builds", key: "k", version: "v")
            ),
            (["image-uri": "1.dkr.ecr.eu.amazonaws.com/app:1"], .image(uri: "1.dkr.ecr.eu.amazonaws.com/app:1")),
            (["image-uri": "localhost:5000/app", "package-type": "Image"], .image(uri: "localhost:5000/app")),
        ] as [([String: String], PackageSource)])
    func theSourceThatIsGivenIsTaken(given: [String: String], source: PackageSource) throws {
        let inputs = GivenInputs(Self.none.merging(given) { $1 })
        #expect(try inputs.settings().source == source)
    }

    @Test(
        arguments: [
            ([:], "code-artifacts-dir", "give the package by"),
            (["code-artifacts-dir": "a", "zip-file": "b"], "zip-file", "only one of code-artifacts-dir, zip-file"),
            (["zip-file": "b", "image-uri": "h/i"], "image-uri", "only one of zip-file, image-uri"),
            (["s3-bucket": "builds"], "s3-key", "is missing"),
            (["s3-key": "k"], "s3-bucket", "is missing"),
            (["s3-object-version": "1", "s3-key": "k"], "s3-bucket", "is missing"),
            (["s3-bucket": "x.", "s3-key": "k"], "s3-bucket", "no dot at the end"),
            (["zip-file": "a", "s3-key": "k"], "s3-bucket", "is missing: s3-key is the key"),
            (
                ["zip-file": "a", "s3-bucket": "builds", "s3-object-version": "v"], "s3-object-version",
                "leave one of them out"
            ),
            (["zip-file": "a", "s3-bucket": "b"], "s3-bucket", "3 to 63"),
            (
                ["zip-file": "a", "s3-bucket": "builds", "s3-key": String(repeating: "é", count: 513)], "s3-key",
                "at most 1024 bytes"
            ),
            (
                ["zip-file": "a", "s3-bucket": "builds", "s3-key": String(repeating: "x", count: 957) + "/"], "s3-key",
                "at most 956 bytes"
            ),
            (["zip-file": "a", "s3-bucket": "builds", "bucket-owner": "1234"], "bucket-owner", "12 digits"),
            (["zip-file": "a", "bucket-owner": "123456789012"], "bucket-owner", "is for s3-bucket"),
            (
                ["image-uri": "h/i", "s3-bucket": "builds", "s3-key": "k"], "image-uri",
                "only one of s3-bucket, image-uri"
            ),
            (["zip-file": "b", "links": "keep"], "links", "is only for code-artifacts-dir"),
            (["code-artifacts-dir": "a", "links": "copy"], "links", "must be keep or follow, not \"copy\""),
            (["zip-file": "b", "exclude": "*.md"], "exclude", "is only for code-artifacts-dir"),
            (
                ["code-artifacts-dir": "a", "exclude": String(repeating: "a\n", count: 1_001)], "exclude",
                "has more than 1000 lines, or a line of more than 1000 bytes"
            ),
            (["image-uri": "https://h/i"], "image-uri", "must be an image such as"),
            (["image-uri": "app:1"], "image-uri", "must be an image such as"),
            (["image-uri": "h/i@sha256:12"], "image-uri", "must be an image such as"),
            (["image-uri": "h/i", "package-type": "Zip"], "package-type", "of the type Image"),
            (["image-uri": "h/i", "handler": "x"], "handler", "brings its own"),
            (["image-uri": "h/i", "runtime": "x"], "runtime", "brings its own"),
            (["image-uri": "h/i", "layers": "[]"], "layers", "brings its own"),
            (
                ["image-uri": "h/i", "source-kms-key-arn": "arn:aws:kms:x:123456789012:key/1"], "source-kms-key-arn",
                "is for zip"
            ),
        ] as [([String: String], String, String)])
    func anythingButOneWholeSourceIsRefused(given: [String: String], input: String, told: String) {
        let problems = GivenInputs(Self.none.merging(given) { $1 }).problems
        #expect(problems.map(\.input) == [input])
        #expect(problems.first?.message.contains(told) == true, "\(problems)")
    }

    @Test(
        arguments: [
            (nil, .ofContent(prefix: "lockstep/orders/")), ("app.zip", .whole("app.zip")),
            ("builds/", .ofContent(prefix: "builds/")), ("a/b.zip", .whole("a/b.zip")),
        ] as [(String?, UploadTarget.Key)])
    func aPackageThatLiesHereIsUploadedToTheBucketThatIsGiven(key: String?, wanted: UploadTarget.Key) throws {
        for package in ["zip-file", "code-artifacts-dir"] {
            var given: [String: String?] = ["zip-file": nil, "s3-bucket": "builds", "s3-key": key]
            given[package] = "app"
            let settings = try GivenInputs(given).settings()
            #expect(settings.upload == UploadTarget(bucket: "builds", key: wanted))
            #expect(settings.source?.packageType == "Zip")
        }
        #expect(try GivenInputs().settings().upload == nil)
    }

    /// However the function is named.
    @Test func theKeyHasTheFunctionsNameAndTheDigestOfThePackage() throws {
        let digest = SHA256Digest.of(Array("abc".utf8))
        let hex = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"
        let arn = "arn:aws:lambda:eu-central-1:123456789012:function:orders"
        let upload = try #require(try GivenInputs(["function-name": arn, "s3-bucket": "builds"]).settings().upload)
        #expect(upload.key(for: digest) == "lockstep/orders/\(hex).zip")
        #expect(UploadTarget(bucket: "b", key: .ofContent(prefix: "x/")).key(for: digest) == "x/\(hex).zip")
        #expect(UploadTarget(bucket: "b", key: .whole("x.zip")).key(for: digest) == "x.zip")
    }

    @Test func onlyAnImageNamedByDigestHasAKnownDigest() {
        #expect(PackageSource.image(uri: "h/i:1@sha256:\(Self.hex)").knownDigest == Self.hex)
        #expect(PackageSource.image(uri: "h/i:1").knownDigest == nil)
        #expect(PackageSource.s3(bucket: "b", key: "k@sha256:1", version: nil).knownDigest == nil)
        #expect(GivenInputs(["zip-file": nil, "image-uri": "h/i@sha256:\(Self.hex)"]).problems.isEmpty)
    }
}
