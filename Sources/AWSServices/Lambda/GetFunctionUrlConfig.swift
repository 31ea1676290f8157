import AWSCore

extension Lambda {
    /// Whether the function has a URL of its own, which calls `$LATEST`.
    /// Source: https://docs.aws.amazon.com/lambda/latest/api/API_GetFunctionUrlConfig.html
    package func hasURL(_ name: String, within budget: Duration) async throws(AWSFailure) -> Bool {
        let call = AWSCall.read(
            "GetFunctionUrlConfig", "/2021-10-31/functions/\(pathSegment(name))/url")
        do throws(AWSFailure) {
            return try await client.send(call, within: budget) { answer throws(UnreadableAnswer) in
                try answer.jsonObject["FunctionUrl"] != nil
            }
        } catch  where error.saysItIsNotThere {
            return false
        } catch {
            throw error
        }
    }
}
