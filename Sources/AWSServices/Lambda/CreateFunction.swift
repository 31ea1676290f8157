import AWSCore

extension Lambda {
    /// Creates the function without publishing a version.
    /// - Parameter members: everything but FunctionName, Code and Publish, by AWS's names (`Role`, `Runtime`, `Tags`, ...).
    /// Source: https://docs.aws.amazon.com/lambda/latest/api/API_CreateFunction.html
    package func createFunction(
        _ name: String, code: FunctionCode, sourceKMSKeyArn: String?, members: [String: JSONValue],
        within budget: Duration
    ) async throws(AWSFailure) -> FunctionConfiguration {
        fatalError("to be written")
    }
}
