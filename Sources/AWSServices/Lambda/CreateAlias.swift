import AWSCore

extension Lambda {
    /// Source: https://docs.aws.amazon.com/lambda/latest/api/API_CreateAlias.html
    package func createAlias(
        _ alias: String, of name: String, functionVersion: String, within budget: Duration
    ) async throws(AWSFailure) -> AliasConfiguration {
        fatalError("to be written")
    }
}
