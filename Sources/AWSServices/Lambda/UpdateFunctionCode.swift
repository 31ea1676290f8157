import AWSCore

extension Lambda {
    /// Changes `$LATEST` only; publishes nothing. Key and storage mode are AWS's own again where they are not given.
    /// - Parameter s3ObjectStorageMode: only for code in S3.
    /// Source: https://docs.aws.amazon.com/lambda/latest/api/API_UpdateFunctionCode.html
    package func updateFunctionCode(
        _ name: String, code: FunctionCode, architectures: [String]?, sourceKMSKeyArn: String?,
        s3ObjectStorageMode: String?, revisionId: String?, within budget: Duration
    ) async throws(AWSFailure) -> FunctionConfiguration {
        var members: [String: JSONValue] = [:]
        members["Architectures"] = architectures.map { .array($0.map(JSONValue.string)) }
        members["SourceKMSKeyArn"] = sourceKMSKeyArn.map(JSONValue.string)
        members["S3ObjectStorageMode"] = s3ObjectStorageMode.map(JSONValue.string)
        members["RevisionId"] = revisionId.map(JSONValue.string)
        let call = AWSCall.write(
            "UpdateFunctionCode", .put, functionPath(name, "code"), body: HTTPBody(parts: code.object(with: members)))
        return try await client.send(call, within: budget, read: FunctionConfiguration.init(answer:))
    }
}
