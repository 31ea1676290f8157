import AWSCore
import AWSServices
import HTTP
import Testing

private typealias Exchange = LambdaBench.Exchange

private let path = "/my-bucket/a/%C3%A4%20b.zip"
private let address = S3Address(bucket: "my-bucket", key: "a/ä b.zip", owner: nil)

private func s3(_ bench: LambdaBench) throws -> S3 {
    S3(client: try benchClient(over: bench, .s3, FixedClock()))
}

@Test(arguments: [("abc=", "abc="), ("abc=-3", nil), (nil, nil)] as [(String?, String?)])
func anObjectsDigestIsThatOfAllItsBytes(_ checksum: String?, _ sha256: String?) async throws {
    var headers = ["Content-Length": "1000", "ETag": "\"e\"", "x-amz-version-id": "v1"]
    headers["x-amz-checksum-sha256"] = checksum
    let bench = LambdaBench([Exchange("HEAD \(path)?versionId=v1", 200, "", headers)])
    let s3 = try s3(bench)
    let object = try await s3.headObject(address, version: "v1", within: budget)
    #expect(object == S3Object(versionId: "v1", size: 1_000, eTag: "\"e\"", checksum: checksum))
    #expect(object?.sha256 == sha256)
    #expect(bench.requests.first?.headers["X-Amz-Checksum-Mode"] == "ENABLED")
    #expect(bench.requests.first?.headers["X-Amz-Content-Sha256"]?.hasPrefix("e3b0c442") == true)
}

@Test func aMissingObjectIsNilAndAForbiddenOneIsNot() async throws {
    let bench = LambdaBench([Exchange("HEAD \(path)", 404, ""), Exchange("HEAD \(path)", 403, "")])
    let s3 = try s3(bench)
    #expect(try await s3.headObject(address, version: nil, within: budget) == nil)
    await #expect(throws: AWSFailure.self) {
        try await s3.headObject(address, version: nil, within: budget)
    }
}

@Test func anObjectWithoutADigestIsReadInPieces() async throws {
    let bytes = String(repeating: "x", count: (8 << 20) + 3)
    let bench = LambdaBench([
        Exchange("GET \(path)?versionId=v1", 206, String(bytes.dropLast(3))),
        Exchange("GET \(path)?versionId=v1", 206, "xxx"),
    ])
    let s3 = try s3(bench)
    let object = S3Object(versionId: "v1", size: bytes.utf8.count, eTag: "\"e\"", checksum: nil)
    let digest = try await s3.sha256(of: object, at: address, within: budget)
    #expect(digest == SHA256Digest.of(Array(bytes.utf8)))
    #expect(bench.requests.map { $0.headers["Range"] } == ["bytes=0-8388607", "bytes=8388608-8388610"])
    #expect(bench.requests.map { $0.headers["If-Match"] } == ["\"e\"", "\"e\""])
}

@Test func anotherRangeThanAskedForIsNotTaken() async throws {
    let bench = LambdaBench([Exchange("GET \(path)", 200, "wxyz"), Exchange("GET \(path)", 206, "abcd")])
    let s3 = try s3(bench)
    let object = S3Object(versionId: nil, size: 8, eTag: nil, checksum: nil)
    let bytes = try await s3.getRange(0..<4, of: object, at: address, within: budget)
    #expect(bytes == Array("abcd".utf8))
}

@Test(arguments: [
    ("my-bucket", "https://my-bucket.s3.cn-north-1.amazonaws.com.cn/key"),
    ("my.bucket", "https://s3.cn-north-1.amazonaws.com.cn/my.bucket/key"),
])
func aBucketHasItsOwnHostUnlessItHasDots(_ bucket: String, _ url: String) async throws {
    let region = try Region("cn-north-1", from: "test")
    let client = AWSClient(
        transport: OneAddress(url: url), clock: FixedClock(),
        credentials: Credentials(accessKeyID: "AKIDEXAMPLE", secretAccessKey: Secret("s"), sessionToken: nil),
        region: region, service: .s3,
        endpoint: try Endpoint.resolve(for: .s3, in: region, variant: nil, input: nil, environment: [:]),
        userAgent: "lockstep/0")
    let object = try await S3(client: client).headObject(
        S3Address(bucket: bucket, key: "key", owner: nil), version: nil, within: budget)
    #expect(object?.size == 1)
}

/// Knows one address.
private struct OneAddress: HTTPTransport {
    let url: String

    func send(_ request: HTTPRequest) async throws(HTTPFailure) -> HTTPResponse {
        #expect(request.url == url)
        #expect(request.headers["Host"] == request.origin.host)
        return HTTPResponse(status: 200, headers: HTTPHeaders([.init(name: "Content-Length", value: "1")]), body: [])
    }
}
