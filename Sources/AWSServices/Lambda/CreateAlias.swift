import AWSCore

extension Lambda {
    /// Source: https://docs.aws.amazon.com/lambda/latest/api/API_CreateAlias.html
    package func createAlias(
        _ alias: String, of name: String, functionVersion: String, within budget: Duration
    ) async throws(AWSFailure) -> AliasConfiguration {
        let members: [String: JSONValue] = ["FunctionVersion": .string(functionVersion), "Name": .string(alias)]
        let call = AWSCall.write("CreateAlias", .post, functionPath(name, "aliases"), members)
        return try await client.send(call, within: budget, read: AliasConfiguration.init(answer:))
    }
}
