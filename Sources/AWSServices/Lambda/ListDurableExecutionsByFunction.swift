import AWSCore

extension Lambda {
    /// Whether a durable execution is under way, which goes on with the version that it began with for up to a year, also
    /// after a pause.
    /// Source: https://docs.aws.amazon.com/lambda/latest/api/API_ListDurableExecutionsByFunction.html
    package func hasRunningExecution(
        _ number: VersionNumber, of name: String, within budget: Duration
    ) async throws(AWSFailure) -> Bool {
        var list = AWSCall.read(
            "ListDurableExecutionsByFunction",
            "/2025-12-01/functions/\(pathSegment(name))/durable-executions")
        list.query =
            [HTTPQueryItem(name: "Qualifier", value: number.description)]
            + ["RUNNING", "PAUSING", "PAUSED"].map { HTTPQueryItem(name: "Statuses", value: $0) }
        return try await !rows(list, "DurableExecutions", within: budget).isEmpty
    }
}
