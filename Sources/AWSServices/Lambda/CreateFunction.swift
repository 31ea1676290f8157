import AWSCore

extension Lambda {
    /// Creates the function without publishing a version.
    /// - Parameter members: everything but FunctionName, Code and Publish, by AWS's names (`Role`, `Runtime`, `Tags`, ...).
    /// Source: https://docs.aws.amazon.com/lambda/latest/api/API_CreateFunction.html
    package func createFunction(
        _ name: String, code: FunctionCode, sourceKMSKeyArn: String?, members: [String: JSONValue],
        within budget: Duration
    ) async throws(AWSFailure) -> FunctionConfiguration {
        var members = members
        members["FunctionName"] = .string(name)
        let codeMembers = sourceKMSKeyArn.map { ["SourceKMSKeyArn": JSONValue.string($0)] } ?? [:]
        let body =
            [.bytes(Array("{\"Code\":".utf8))] + code.object(with: codeMembers)
            + [.bytes(Array(",\(JSONValue.object(members).text.dropFirst())".utf8))]
        let call = AWSCall.write("CreateFunction", .post, "/2015-03-31/functions", body: HTTPBody(parts: body))
        return try await client.send(call, within: budget, read: FunctionConfiguration.init(answer:))
    }
}
