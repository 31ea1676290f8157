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
    #expect(
        try await ecr.look(at: try ecrImage("a/b:t"), within: budget)
            == RegistryImage(digest: "00ff", mediaType: nil, platforms: []))
    #expect(try await ecr.look(at: try ecrImage("a/b:t@sha256:00ff"), within: budget) == nil)

    let request = try #require(bench.requests.first)
    #expect(request.headers["X-Amz-Target"] == "AmazonEC2ContainerRegistry_V20150921.BatchGetImage")
    #expect(
        try request.text == #"{"imageIds":[{"imageTag":"t"}],"registryId":"123456789012","repositoryName":"a/b"}"#)
    #expect(try bench.requests[1].text.hasPrefix(#"{"imageIds":[{"imageDigest":"sha256:00ff"}],"#))
}

@Test func anIndexTellsTheImageOfEachPlatform() async throws {
    let manifest =
        #"{"manifests":[{"digest":"sha256:01","platform":{"os":"linux","architecture":"arm64"}},{"digest":"sha256:02","#
        + #""platform":{"os":"unknown","architecture":"unknown"}},{"digest":7},{"digest":"sha256:03"}]}"#
    let answer = JSONValue.object([
        "images": .array([
            .object([
                "imageId": .object(["imageDigest": .string("sha256:00ff")]), "imageManifest": .string(manifest),
                "imageManifestMediaType": .string("application/vnd.oci.image.index.v1+json"),
            ])
        ])
    ])
    let ecr = ECR(
        client: try benchClient(over: LambdaBench([Exchange("POST /", 200, answer.text)]), .ecr, FixedClock()))
    let image = try await ecr.look(at: try ecrImage("a/b:t"), within: budget)
    #expect(image?.isIndex == true && image?.isOneImage == false)
    #expect(image?.platforms == [RegistryImage.Platform(name: "linux/arm64", digest: "sha256:01")])
}

private let registry = "123456789012.dkr.ecr.eu-west-1.amazonaws.com"

private func ecrImage(_ name: String) throws -> ECRImage { try #require(ECRImage(uri: "\(registry)/\(name)")) }

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
