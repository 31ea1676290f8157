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

    func tagsPath(_ functionArn: String) -> String {
        "/2017-03-31/tags/\(pathSegment(functionArn))"
    }
}
