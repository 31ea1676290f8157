import AWSCore

extension Lambda {
    /// - Parameter description: at most 256 characters; `nil` gives none.
    /// Source: https://docs.aws.amazon.com/lambda/latest/api/API_CreateAlias.html
    package func createAlias(
        _ alias: String, of name: String, functionVersion: String, description: String?, within budget: Duration
    ) async throws(AWSFailure) -> AliasConfiguration {
        var members: [String: JSONValue] = ["FunctionVersion": .string(functionVersion), "Name": .string(alias)]
        members["Description"] = description.map(JSONValue.string)
        let call = AWSCall.write("CreateAlias", .post, functionPath(name, "aliases"), members)
        return try await client.send(call, within: budget, read: AliasConfiguration.init(answer:))
    }
}
