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
            (["code-artifacts-dir": "a", "s3-bucket": "builds"], "s3-bucket", "Nothing is uploaded to S3 here"),
            (
                ["code-artifacts-dir": "a", "s3-bucket": "builds", "s3-key": "k"], "s3-bucket",
                "upload the zip in a step before"
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

    @Test func onlyAnImageNamedByDigestHasAKnownDigest() {
        #expect(PackageSource.image(uri: "h/i:1@sha256:\(Self.hex)").knownDigest == Self.hex)
        #expect(PackageSource.image(uri: "h/i:1").knownDigest == nil)
        #expect(PackageSource.s3(bucket: "b", key: "k@sha256:1", version: nil).knownDigest == nil)
        #expect(GivenInputs(["zip-file": nil, "image-uri": "h/i@sha256:\(Self.hex)"]).problems.isEmpty)
    }
}
