import AWSCore

extension Lambda {
    /// The versions and aliases (by name) that have settings of their own for asynchronous calls, read to the last page.
    /// Source: https://docs.aws.amazon.com/lambda/latest/api/API_ListFunctionEventInvokeConfigs.html
    package func listEventInvokeQualifiers(
        _ name: String, within budget: Duration
    ) async throws(AWSFailure) -> Set<String> {
        let list = AWSCall.read(
            "ListFunctionEventInvokeConfigs",
            "/2019-09-25/functions/\(pathSegment(name))/event-invoke-config/list")
        return try await qualifiers(list, "FunctionEventInvokeConfigs", within: budget)
    }
}
