import AWSCore

extension ECR {
    /// The image with its digest, or what its tag points to now; `nil` when there is none.
    /// Source: https://docs.aws.amazon.com/AmazonECR/latest/APIReference/API_BatchGetImage.html
    package func look(at image: ECRImage, within budget: Duration) async throws(AWSFailure) -> RegistryImage? {
        let call = AWSCall.targeted(
            "BatchGetImage", .read, target: "AmazonEC2ContainerRegistry_V20150921", version: "1.1",
            [
                "imageIds": .array([.object(image.id)]), "registryId": .string(image.registryId),
                "repositoryName": .string(image.repository),
            ])
        return try await client.send(call, within: budget, read: image(answer:))
    }
}

private func image(answer: HTTPResponse) throws(UnreadableAnswer) -> RegistryImage? {
    let members = try answer.jsonObject
    let image = members["images"]?.array?.first
    if let image, let digest = image["imageId"]?["imageDigest"]?.string, digest.hasPrefix("sha256:") {
        return RegistryImage(
            digest: String(digest.dropFirst(7)), mediaType: image["imageManifestMediaType"]?.string,
            platforms: RegistryImage.Platform.all(inManifest: image["imageManifest"]?.string ?? ""))
    }
    guard members["failures"]?.array?.first?["failureCode"]?.string == "ImageNotFound" else {
        throw UnreadableAnswer(reason: "the answer has neither an image nor the failure ImageNotFound")
    }
    return nil
}

extension ECRImage {
    /// A digest says more than the tag beside it.
    fileprivate var id: [String: JSONValue] {
        digest.map { ["imageDigest": .string("sha256:\($0)")] } ?? ["imageTag": .string(tag ?? "latest")]
    }
}
