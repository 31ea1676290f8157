extension ControlPlane {
    /// Those that are not there are missing from the answer. Without AlarmTypes only alarms of one metric are told.
    /// Source: https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_DescribeAlarms.html
    func describeAlarms(_ call: Call) throws(Refusal) -> Answer {
        let names = (call.input["AlarmNames"]?.array ?? []).compactMap(\.string)
        guard names.count <= 100 else {
            throw .validation(["Value at 'alarmNames' failed to satisfy constraint: Member must have length <= 100"])
        }
        let types = (call.input["AlarmTypes"]?.array ?? ["MetricAlarm"]).compactMap(\.string)
        let found = names.compactMap { alarms[$0] }
        func told(_ type: String, isComposite: Bool) -> JSON {
            .array(types.contains(type) ? found.filter { $0.isComposite == isComposite }.map(\.json) : [])
        }
        let body: JSON = [
            "MetricAlarms": told("MetricAlarm", isComposite: false),
            "CompositeAlarms": told("CompositeAlarm", isComposite: true),
        ]
        return Answer(
            200, headers: [.init(name: "Content-Type", value: "application/x-amz-json-1.0")], body: body.bytes)
    }
}

extension ControlPlane.Alarm {
    fileprivate var json: JSON {
        ["AlarmName": .string(name), "StateValue": .string(state), "StateReason": .string(reason)]
    }
}
