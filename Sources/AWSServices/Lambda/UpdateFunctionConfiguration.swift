import AWSCore

extension Lambda {
    /// - Parameter members: what is to change, by AWS's names (`MemorySize`, `Environment`, ...).
    /// Source: https://docs.aws.amazon.com/lambda/latest/api/API_UpdateFunctionConfiguration.html
    package func updateFunctionConfiguration(
        _ name: String, members: [String: JSONValue], revisionId: String?, within budget: Duration
    ) async throws(AWSFailure) -> FunctionConfiguration {
        fatalError("to be written")
    }
}
