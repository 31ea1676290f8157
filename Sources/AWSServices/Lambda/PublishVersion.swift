import AWSCore

extension Lambda {
    /// Source: https://docs.aws.amazon.com/lambda/latest/api/API_PublishVersion.html
    package func publishVersion(
        _ name: String, description: String?, codeSha256: String?, revisionId: String?, within budget: Duration
    ) async throws(AWSFailure) -> FunctionConfiguration {
        fatalError("to be written")
    }
}
