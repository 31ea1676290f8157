import AWSCore

extension CloudWatch {
    /// The alarms of these names, of one metric or composed of others; those that are not there are missing from the answer.
    /// - Parameter names: at most 100.
    /// Source: https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_DescribeAlarms.html
    package func describeAlarms(_ names: [String], within budget: Duration) async throws(AWSFailure) -> [Alarm] {
        let call = AWSCall.targeted(
            "DescribeAlarms", .read, target: "GraniteServiceVersion20100801", version: "1.0",
            [
                "AlarmNames": .array(names.map(JSONValue.string)),
                // Without the types only alarms of one metric are described; the most there can be is one page.
                "AlarmTypes": .array([.string("MetricAlarm"), .string("CompositeAlarm")]),
                "MaxRecords": .integer(100),
            ])
        return try await client.send(call, within: budget, read: alarms(answer:))
    }
}

private func alarms(answer: HTTPResponse) throws(UnreadableAnswer) -> [Alarm] {
    let members = try answer.jsonObject
    let kinds = ["MetricAlarms", "CompositeAlarms"].compactMap { members[$0]?.array }
    guard !kinds.isEmpty else {
        throw UnreadableAnswer(reason: "the answer has neither MetricAlarms nor CompositeAlarms")
    }
    return kinds.joined().compactMap { alarm in
        guard let name = alarm["AlarmName"]?.string, let state = alarm["StateValue"]?.string else { return nil }
        return Alarm(name: name, state: Alarm.State(state), reason: alarm["StateReason"]?.string)
    }
}
