import AWSCore

extension Lambda {
    /// Changes `$LATEST` only; publishes nothing.
    /// Source: https://docs.aws.amazon.com/lambda/latest/api/API_UpdateFunctionCode.html
    package func updateFunctionCode(
        _ name: String, code: FunctionCode, architectures: [String]?, sourceKMSKeyArn: String?, revisionId: String?,
        within budget: Duration
    ) async throws(AWSFailure) -> FunctionConfiguration {
        var members: [String: JSONValue] = [:]
        members["Architectures"] = architectures.map { .array($0.map(JSONValue.string)) }
        members["SourceKMSKeyArn"] = sourceKMSKeyArn.map(JSONValue.string)
        members["RevisionId"] = revisionId.map(JSONValue.string)
        let call = AWSCall.write(
            "UpdateFunctionCode", .put, functionPath(name, "code"), body: HTTPBody(parts: code.object(with: members)))
        return try await client.send(call, within: budget, read: FunctionConfiguration.init(answer:))
    }
}
