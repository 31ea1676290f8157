import AWSCore

extension Lambda {
    /// - Parameter members: what is to change, by AWS's names (`MemorySize`, `Environment`, ...).
    /// Source: https://docs.aws.amazon.com/lambda/latest/api/API_UpdateFunctionConfiguration.html
    package func updateFunctionConfiguration(
        _ name: String, members: [String: JSONValue], revisionId: String?, within budget: Duration
    ) async throws(AWSFailure) -> FunctionConfiguration {
        var members = members
        members["RevisionId"] = revisionId.map(JSONValue.string)
        let call = AWSCall.write(
            "UpdateFunctionConfiguration", .put, functionPath(name, "configuration"), members)
        return try await client.send(call, within: budget, read: FunctionConfiguration.init(answer:))
    }
}
