import AWSCore

extension Lambda {
    /// Publishes `$LATEST`, if it has this code and is at this revision. Where nothing changed since the last version,
    /// that one comes back, with its own description.
    /// - Parameter description: at most 256 characters.
    /// Source: https://docs.aws.amazon.com/lambda/latest/api/API_PublishVersion.html
    package func publishVersion(
        _ name: String, description: String?, codeSha256: String?, revisionId: String?, within budget: Duration
    ) async throws(AWSFailure) -> FunctionConfiguration {
        var members: [String: JSONValue] = [:]
        members["CodeSha256"] = codeSha256.map(JSONValue.string)
        members["Description"] = description.map(JSONValue.string)
        members["RevisionId"] = revisionId.map(JSONValue.string)
        let call = AWSCall.write("PublishVersion", .post, functionPath(name, "versions"), members)
        return try await client.send(call, within: budget, read: FunctionConfiguration.init(answer:))
    }
}
