import AWSCore

extension Lambda {
    /// Source: https://docs.aws.amazon.com/lambda/latest/api/API_ListTags.html
    package func listTags(
        functionArn: String, within budget: Duration
    ) async throws(AWSFailure) -> [String: String] {
        fatalError("to be written")
    }

    /// Adds or overwrites `tags`; others stay.
    /// Source: https://docs.aws.amazon.com/lambda/latest/api/API_TagResource.html
    package func tagResource(
        functionArn: String, tags: [String: String], within budget: Duration
    ) async throws(AWSFailure) {
        fatalError("to be written")
    }
}
