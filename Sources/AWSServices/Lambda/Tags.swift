import AWSCore

extension Lambda {
    /// Source: https://docs.aws.amazon.com/lambda/latest/api/API_ListTags.html
    package func listTags(
        functionArn: String, within budget: Duration
    ) async throws(AWSFailure) -> [String: String] {
        let call = AWSCall.read("ListTags", tagsPath(functionArn))
        return try await client.send(call, within: budget) { answer throws(UnreadableAnswer) in
            tagMap(try answer.jsonObject)
        }
    }

    /// Adds or overwrites `tags`; others stay.
    /// Source: https://docs.aws.amazon.com/lambda/latest/api/API_TagResource.html
    package func tagResource(
        functionArn: String, tags: [String: String], within budget: Duration
    ) async throws(AWSFailure) {
        let members = ["Tags": JSONValue.object(tags.mapValues(JSONValue.string))]
        let call = AWSCall.write("TagResource", .post, tagsPath(functionArn), members)
        try await client.send(call, within: budget) { _ in }
    }

    private func tagsPath(_ functionArn: String) -> String {
        "/2017-03-31/tags/\(pathSegment(functionArn))"
    }
}
