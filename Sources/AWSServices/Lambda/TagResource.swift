import AWSCore

extension Lambda {
    /// Adds or overwrites `tags`; others stay.
    /// Source: https://docs.aws.amazon.com/lambda/latest/api/API_TagResource.html
    package func tagResource(
        functionArn: String, tags: [String: String], within budget: Duration
    ) async throws(AWSFailure) {
        let members = ["Tags": JSONValue.object(tags.mapValues(JSONValue.string))]
        let call = AWSCall.write("TagResource", .post, tagsPath(functionArn), members)
        try await client.send(call, within: budget) { _ in }
    }
}
