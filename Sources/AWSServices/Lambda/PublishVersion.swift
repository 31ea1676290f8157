import AWSCore

extension Lambda {
    /// Publishes `$LATEST`, if it has this code and is at this revision. Where nothing changed since the last version,
    /// that one comes back, with its own description.
    /// - Parameters:
    ///   - toLatestPublished: as `$LATEST.PUBLISHED`, on managed instances only; else under a number of its own.
    ///   - description: at most 256 characters.
    /// Source: https://docs.aws.amazon.com/lambda/latest/api/API_PublishVersion.html
    package func publishVersion(
        _ name: String, toLatestPublished: Bool, description: String?, codeSha256: String?, revisionId: String?,
        within budget: Duration
    ) async throws(AWSFailure) -> FunctionConfiguration {
        var members: [String: JSONValue] = [:]
        members["CodeSha256"] = codeSha256.map(JSONValue.string)
        members["Description"] = description.map(JSONValue.string)
        members["RevisionId"] = revisionId.map(JSONValue.string)
        members["PublishTo"] = toLatestPublished ? .string("LATEST_PUBLISHED") : nil
        let call = AWSCall.write("PublishVersion", .post, functionPath(name, "versions"), members)
        return try await client.send(call, within: budget, read: FunctionConfiguration.init(answer:))
    }
}
