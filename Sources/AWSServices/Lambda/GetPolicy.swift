import AWSCore

extension Lambda {
    /// Whether somebody was given rights on just this version: by AddPermission with its number.
    /// Source: https://docs.aws.amazon.com/lambda/latest/api/API_GetPolicy.html
    package func hasPolicy(
        _ number: VersionNumber, of name: String, within budget: Duration
    ) async throws(AWSFailure) -> Bool {
        var call = AWSCall.read("GetPolicy", functionPath(name, "policy"))
        call.query = [HTTPQueryItem(name: "Qualifier", value: number.description)]
        do throws(AWSFailure) {
            return try await client.send(call, within: budget) { answer throws(UnreadableAnswer) in
                try answer.jsonObject["Policy"] != nil
            }
        } catch  where error.saysItIsNotThere {
            return false
        } catch {
            throw error
        }
    }
}
