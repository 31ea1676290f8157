import AWSCore

extension Lambda {
    /// `nil` when there is no such alias.
    /// Source: https://docs.aws.amazon.com/lambda/latest/api/API_GetAlias.html
    package func getAlias(
        _ alias: String, of name: String, within budget: Duration
    ) async throws(AWSFailure) -> AliasConfiguration? {
        fatalError("to be written")
    }
}
