import AWSCore

/// The code that a function is to have, with all that AWS makes its own again where it is not given.
package struct FunctionCodeUpdate: Sendable {
    package var code: FunctionCode
    package var architectures: [String]?
    package var sourceKMSKeyArn: String?
    /// Only for code in S3.
    package var s3ObjectStorageMode: String?

    package init(
        code: FunctionCode, architectures: [String]?, sourceKMSKeyArn: String?, s3ObjectStorageMode: String?
    ) {
        self.code = code
        self.architectures = architectures
        self.sourceKMSKeyArn = sourceKMSKeyArn
        self.s3ObjectStorageMode = s3ObjectStorageMode
    }
}

/// Source: https://docs.aws.amazon.com/lambda/latest/api/API_UpdateFunctionCode.html
extension Lambda {
    /// Changes `$LATEST` only; publishes nothing.
    package func updateFunctionCode(
        _ name: String, _ update: FunctionCodeUpdate, revisionId: String?, within budget: Duration
    ) async throws(AWSFailure) -> FunctionConfiguration {
        let body = update.body(and: ["RevisionId": revisionId.map(JSONValue.string)])
        let call = AWSCall.write("UpdateFunctionCode", .put, functionPath(name, "code"), body: body)
        return try await client.send(call, within: budget, read: FunctionConfiguration.init(answer:))
    }

    /// The same as a dry run: AWS checks the request and the caller's right to it, and changes nothing. So it may be repeated
    /// like a read. What its answer shows of the function is not documented, and is not looked at.
    package func tryFunctionCode(
        _ name: String, _ update: FunctionCodeUpdate, within budget: Duration
    ) async throws(AWSFailure) {
        var call = AWSCall(
            operation: "UpdateFunctionCode", effect: .read, method: .put, path: functionPath(name, "code"))
        call.headers = [.init(name: "Content-Type", value: "application/json")]
        call.body = update.body(and: ["DryRun": .bool(true)])
        try await client.send(call, within: budget) { _ in }
    }
}

extension FunctionCodeUpdate {
    fileprivate func body(and others: [String: JSONValue?]) -> HTTPBody {
        var members = others.compactMapValues(\.self)
        members["Architectures"] = architectures.map { .array($0.map(JSONValue.string)) }
        members["SourceKMSKeyArn"] = sourceKMSKeyArn.map(JSONValue.string)
        members["S3ObjectStorageMode"] = s3ObjectStorageMode.map(JSONValue.string)
        return HTTPBody(parts: code.object(with: members))
    }
}
