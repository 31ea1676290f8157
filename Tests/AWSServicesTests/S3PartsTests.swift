import AWSCore
import AWSServices
import HTTP
import Testing

/// Where a package is cut, what S3 says of buckets, and what comes of errors.
@Suite struct S3PartsTests {
    /// Source: https://docs.aws.amazon.com/AmazonS3/latest/userguide/qfacts.html
    @Test(arguments: [
        0, 1, 16 << 20, (16 << 20) + 1, 200_000_000, 262_144_000, 80 << 30, (80 << 30) + 1, 5 << 40,
    ])
    func anyLengthIsCutAsS3TakesIt(_ length: Int) {
        let parts = S3Cut.ordinary.parts(of: length)
        #expect(parts.first?.lowerBound == 0 && parts.last?.upperBound == length)
        #expect(zip(parts, parts.dropFirst()).allSatisfy { $0.upperBound == $1.lowerBound })
        #expect(parts.count <= 10_000 && parts.dropLast().allSatisfy { $0.count >= 5 << 20 })
        #expect((parts.count == 1) == (length <= 16 << 20))
    }

    /// As S3 shows it: https://docs.aws.amazon.com/AmazonS3/latest/userguide/tutorial-s3-mpu-additional-checksums.html
    @Test func theChecksumIsOfTheWholeOrOfThePartsDigests() throws {
        let bytes = (0..<20).map { UInt8($0) }
        let cut = S3Cut(wholeUpTo: 10, smallestPart: 8, mostParts: 10_000)
        let digests = [0..<8, 8..<16, 16..<20].flatMap { SHA256Digest.of(Array(bytes[$0])).bytes }
        let parts = try S3Checksum(of: Bytes(bytes), cut: cut)
        #expect(parts.text == SHA256Digest.of(digests).base64 + "-3")
        let whole = try S3Checksum(of: Bytes(Array(bytes.prefix(10))), cut: cut)
        #expect(whole.text == SHA256Digest.of(Array(bytes.prefix(10))).base64)
    }

    @Test(
        arguments: [
            (200, "eu-west-1", S3Bucket.here(region: "eu-west-1")), (301, "us-east-1", .elsewhere(region: "us-east-1")),
            (400, "me-south-1", .elsewhere(region: "me-south-1")), (403, "eu-west-1", .forbidden(region: "eu-west-1")),
            (403, nil, .forbidden(region: nil)), (404, nil, .missing),
        ] as [(Int, String?, S3Bucket)])
    func aBucketIsLookedAt(_ status: Int, _ region: String?, _ bucket: S3Bucket) async throws {
        let bench = LambdaBench([.init("HEAD /builds", status, "", region.map { ["x-amz-bucket-region": $0] } ?? [:])])
        let s3 = S3(client: try benchClient(over: bench, .s3, FixedClock()))
        #expect(try await s3.headBucket("builds", owner: "123456789012", within: budget) == bucket)
        #expect(bench.requests.first?.headers["x-amz-expected-bucket-owner"] == "123456789012")
    }

    @Test func anErrorOfS3IsReadFromItsXML() async throws {
        let xml = """
            <?xml version="1.0" encoding="UTF-8"?>
            <Error><Code>AccessDenied</Code><Message>not &quot;yours&quot;</Message><RequestId>r</RequestId></Error>
            """
        let bench = LambdaBench([.init("GET /b/k", 403, xml, ["x-amz-request-id": "id-1"])])
        let s3 = S3(client: try benchClient(over: bench, .s3, FixedClock()))
        let object = S3Object(versionId: nil, size: 8, eTag: nil, checksum: nil)
        let address = S3Address(bucket: "b", key: "k", owner: nil)
        await #expect(
            throws: AWSFailure.refused(
                Refusal(
                    operation: "GetObject", status: 403, code: "AccessDenied", message: "not \"yours\"",
                    requestID: "id-1"))
        ) { try await s3.getRange(0..<4, of: object, at: address, within: budget) }
    }

    /// HEAD's answer has no body; and asking again would come to the same.
    @Test func anObjectInAnotherRegionIsRefusedAtOnce() async throws {
        let bench = LambdaBench([.init("HEAD /b/k", 301, "", ["x-amz-bucket-region": "us-east-1"])])
        let s3 = S3(client: try benchClient(over: bench, .s3, FixedClock()))
        let address = S3Address(bucket: "b", key: "k", owner: nil)
        await #expect(
            throws: AWSFailure.refused(
                Refusal(
                    operation: "HeadObject", status: 301, code: "PermanentRedirect",
                    message: "the bucket is in the Region us-east-1", requestID: nil))
        ) { try await s3.headObject(address, version: nil, within: budget) }
    }
}
