import AWSCore

extension Lambda {
    /// Whether a queue, a stream or the like calls just this version.
    package func hasEventSourceMapping(
        _ number: VersionNumber, of name: String, within budget: Duration
    ) async throws(AWSFailure) -> Bool {
        try await !eventSources(of: "\(name):\(number)", within: budget).isEmpty
    }

    /// What feeds the function by its name alone: ARNs of queues and streams, sorted.
    package func eventSources(of name: String, within budget: Duration) async throws(AWSFailure) -> [String] {
        var list = AWSCall.read("ListEventSourceMappings", "/2015-03-31/event-source-mappings")
        list.query = [HTTPQueryItem(name: "FunctionName", value: name)]
        // Kafka and the like outside AWS have no ARN.
        return try await rows(list, "EventSourceMappings", within: budget)
            .map { $0["EventSourceArn"]?.string ?? "an event source mapping" }.sorted()
    }
}
