import AWSCore

extension Lambda {
    /// Whether somebody was given rights on just this version: by AddPermission with its number.
    package func hasPolicy(
        _ number: VersionNumber, of name: String, within budget: Duration
    ) async throws(AWSFailure) -> Bool {
        try await policy(of: name, qualifier: number.description, within: budget) != nil
    }

    /// The services that may call the function by its name alone, such as `events.amazonaws.com`, sorted.
    package func invokingServices(of name: String, within budget: Duration) async throws(AWSFailure) -> [String] {
        let policy = try await policy(of: name, qualifier: nil, within: budget)
        let statements = policy.flatMap { JSONValue(parsing: Array($0.utf8)) }?["Statement"]?.array ?? []
        return Set(statements.compactMap { $0["Principal"]?["Service"]?.string }).sorted()
    }

    /// The policy's text; `nil`: there is none.
    /// Source: https://docs.aws.amazon.com/lambda/latest/api/API_GetPolicy.html
    private func policy(
        of name: String, qualifier: String?, within budget: Duration
    ) async throws(AWSFailure) -> String? {
        var call = AWSCall.read("GetPolicy", functionPath(name, "policy"))
        if let qualifier { call.query = [HTTPQueryItem(name: "Qualifier", value: qualifier)] }
        do throws(AWSFailure) {
            return try await client.send(call, within: budget) { answer throws(UnreadableAnswer) in
                try answer.jsonObject["Policy"]?.string
            }
        } catch  where error.saysItIsNotThere {
            return nil
        } catch {
            throw error
        }
    }
}
