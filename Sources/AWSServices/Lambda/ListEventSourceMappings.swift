import AWSCore

extension Lambda {
    /// Whether a queue, a stream or the like calls just this version.
    /// Source: https://docs.aws.amazon.com/lambda/latest/api/API_ListEventSourceMappings.html
    package func hasEventSourceMapping(
        _ number: VersionNumber, of name: String, within budget: Duration
    ) async throws(AWSFailure) -> Bool {
        var list = AWSCall.read("ListEventSourceMappings", "/2015-03-31/event-source-mappings")
        list.query = [HTTPQueryItem(name: "FunctionName", value: "\(name):\(number)")]
        return try await !rows(list, "EventSourceMappings", within: budget).isEmpty
    }
}
