import AWSCore

extension ECR {
    /// The digest that the tag points to now, as 64 hexadecimal digits; `nil` when there is no such tag.
    /// Source: https://docs.aws.amazon.com/AmazonECR/latest/APIReference/API_BatchGetImage.html
    package func digest(
        tag: String, repository: String, registryId: String, within budget: Duration
    ) async throws(AWSFailure) -> String? {
        let call = AWSCall.targeted(
            "BatchGetImage", .read, target: "AmazonEC2ContainerRegistry_V20150921", version: "1.1",
            [
                "imageIds": .array([.object(["imageTag": .string(tag)])]), "registryId": .string(registryId),
                "repositoryName": .string(repository),
            ])
        return try await client.send(call, within: budget, read: digest(answer:))
    }
}

private func digest(answer: HTTPResponse) throws(UnreadableAnswer) -> String? {
    let members = try answer.jsonObject
    let digest = members["images"]?.array?.first?["imageId"]?["imageDigest"]?.string
    if let digest, digest.hasPrefix("sha256:") { return String(digest.dropFirst(7)) }
    guard members["failures"]?.array?.first?["failureCode"]?.string == "ImageNotFound" else {
        throw UnreadableAnswer(reason: "the answer has neither an image nor the failure ImageNotFound")
    }
    return nil
}
