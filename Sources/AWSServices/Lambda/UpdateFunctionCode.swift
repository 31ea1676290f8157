import AWSCore

extension Lambda {
    /// Source: https://docs.aws.amazon.com/lambda/latest/api/API_UpdateFunctionCode.html
    package func updateFunctionCode(
        _ name: String, code: FunctionCode, architectures: [String]?, sourceKMSKeyArn: String?, revisionId: String?,
        within budget: Duration
    ) async throws(AWSFailure) -> FunctionConfiguration {
        fatalError("to be written")
    }
}
