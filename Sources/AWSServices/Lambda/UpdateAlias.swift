import AWSCore

extension Lambda {
    /// Points the alias at `functionVersion`; `additionalVersionWeights` replace the ones that stand (empty clears them).
    ///
    /// The weights are always sent: an UpdateAlias without them moves the alias and keeps the old ones.
    /// - Parameter description: at most 256 characters; `nil` leaves the one that stands.
    /// Source: https://docs.aws.amazon.com/lambda/latest/api/API_UpdateAlias.html
    package func updateAlias(
        _ alias: String, of name: String, functionVersion: String, additionalVersionWeights: [String: Double],
        description: String?, revisionId: String?, within budget: Duration
    ) async throws(AWSFailure) -> AliasConfiguration {
        let weights = JSONValue.object(additionalVersionWeights.mapValues(JSONValue.number))
        var members: [String: JSONValue] = [
            "FunctionVersion": .string(functionVersion),
            "RoutingConfig": .object(["AdditionalVersionWeights": weights]),
        ]
        members["Description"] = description.map(JSONValue.string)
        members["RevisionId"] = revisionId.map(JSONValue.string)
        let call = AWSCall.write("UpdateAlias", .put, functionPath(name, "aliases", alias), members)
        return try await client.send(call, within: budget, read: AliasConfiguration.init(answer:))
    }
}
