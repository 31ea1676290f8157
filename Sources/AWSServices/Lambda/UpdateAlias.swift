import AWSCore

extension Lambda {
    /// Points the alias at `functionVersion`; `additionalVersionWeights` replace the ones that stand (empty clears them).
    /// Source: https://docs.aws.amazon.com/lambda/latest/api/API_UpdateAlias.html
    package func updateAlias(
        _ alias: String, of name: String, functionVersion: String, additionalVersionWeights: [String: Double],
        revisionId: String?, within budget: Duration
    ) async throws(AWSFailure) -> AliasConfiguration {
        fatalError("to be written")
    }
}
