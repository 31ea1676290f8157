import AWSCore

extension ECR {
    /// What the tag points to now; `nil` when there is no such tag.
    /// Source: https://docs.aws.amazon.com/AmazonECR/latest/APIReference/API_BatchGetImage.html
    package func image(
        tag: String, repository: String, registryId: String, within budget: Duration
    ) async throws(AWSFailure) -> RegistryImage? {
        let call = AWSCall.targeted(
            "BatchGetImage", .read, target: "AmazonEC2ContainerRegistry_V20150921", version: "1.1",
            [
                "imageIds": .array([.object(["imageTag": .string(tag)])]), "registryId": .string(registryId),
                "repositoryName": .string(repository),
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
