import AWSCore
import AWSServices
import HTTP
import Testing

private typealias Exchange = LambdaBench.Exchange

@Test func aTagIsResolvedToItsDigest() async throws {
    let image = #"{"images":[{"imageId":{"imageDigest":"sha256:00ff","imageTag":"t"}}],"failures":[]}"#
    let missing = #"{"images":[],"failures":[{"failureCode":"ImageNotFound","failureReason":"no"}]}"#
    let bench = LambdaBench([Exchange("POST /", 200, image), Exchange("POST /", 200, missing)])
    let ecr = ECR(client: try benchClient(over: bench, .ecr, FixedClock()))
    #expect(try await ecr.digest(tag: "t", repository: "a/b", registryId: "1", within: budget) == "00ff")
    #expect(try await ecr.digest(tag: "t", repository: "a/b", registryId: "1", within: budget) == nil)

    let request = try #require(bench.requests.first)
    #expect(request.headers["X-Amz-Target"] == "AmazonEC2ContainerRegistry_V20150921.BatchGetImage")
    #expect(try request.text == #"{"imageIds":[{"imageTag":"t"}],"registryId":"1","repositoryName":"a/b"}"#)
}

private let registry = "123456789012.dkr.ecr.eu-west-1.amazonaws.com"

@Test(
    arguments: [
        ("\(registry)/repo/name:tag", "repo/name", "tag", nil), ("\(registry)/repo", "repo", "latest", nil),
        ("\(registry)/repo@sha256:00ff", "repo", nil, "00ff"),
        ("\(registry).cn/repo:t@sha256:00ff", "repo", "t", "00ff"),
    ] as [(String, String, String?, String?)])
func anAddressOfECRIsTakenApart(_ uri: String, _ repository: String, _ tag: String?, _ digest: String?) throws {
    let image = try #require(ECRImage(uri: uri))
    #expect(image.registryId == "123456789012")
    #expect(image.repository == repository)
    #expect(image.tag == tag)
    #expect(image.digest == digest)
}

@Test(arguments: [
    "", "repo:tag", "docker.io/library/node:22", "localhost:5000/repo", "\(registry)", "\(registry)/", "/",
    "\(registry)/:t", "\(registry)/@",
])
func anAddressElsewhereIsNotECRs(_ uri: String) {
    #expect(ECRImage(uri: uri) == nil)
}
