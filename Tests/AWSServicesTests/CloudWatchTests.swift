import AWSCore
import AWSServices
import HTTP
import Testing

private typealias Exchange = LambdaBench.Exchange

@Test func alarmsOfBothKindsAreDescribedInOneCall() async throws {
    let answer = """
        {"MetricAlarms":[{"AlarmName":"a","StateValue":"OK","StateReason":null}],
         "CompositeAlarms":[{"AlarmName":"b","StateValue":"ALARM","StateReason":"a is on","AlarmArn":"x"}],
         "NextToken":null}
        """
    let bench = LambdaBench([Exchange("POST /", 200, answer)])
    let cloudWatch = CloudWatch(client: try benchClient(over: bench, .cloudWatch, FixedClock()))
    let alarms = try await cloudWatch.describeAlarms(["b", "a", "c"], within: budget)
    #expect(
        alarms == [
            Alarm(name: "a", state: .ok, reason: nil), Alarm(name: "b", state: .alarm, reason: "a is on"),
        ])

    let request = try #require(bench.requests.first)
    #expect(request.headers["X-Amz-Target"] == "GraniteServiceVersion20100801.DescribeAlarms")
    #expect(request.headers["Content-Type"] == "application/x-amz-json-1.0")
    let body = #"{"AlarmNames":["b","a","c"],"AlarmTypes":["MetricAlarm","CompositeAlarm"],"MaxRecords":100}"#
    #expect(try request.text == body)
    #expect(request.headers["Authorization"]?.contains("/monitoring/aws4_request") == true)
}

@Test func aStateThatIsNotKnownIsKeptAndIsNotOK() {
    #expect(Alarm.State("INSUFFICIENT_DATA") == .insufficientData)
    #expect(Alarm.State("PAUSED") == .other("PAUSED"))
    #expect(Alarm.State("PAUSED").description == "PAUSED")
}
