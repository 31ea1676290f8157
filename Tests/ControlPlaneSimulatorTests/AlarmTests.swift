import HTTP
import Testing

@testable import ControlPlaneSimulator

@Suite struct AlarmTests {
    private func describe(_ plane: inout ControlPlane, _ input: JSON) -> JSON {
        let target = ["X-Amz-Target": "GraniteServiceVersion20100801.DescribeAlarms"]
        return Reply(plane.handle(request(.post, "/", input, headers: target), at: .zero, author: "client")).json
    }

    @Test func alarmsOfBothKindsAreToldWhereBothAreAskedFor() {
        var plane = ControlPlane(settings: .ordinary)
        plane.addAlarm("a", isComposite: false)
        plane.addAlarm("b", isComposite: true)
        plane.setAlarm("b", to: "ALARM", at: .zero)
        let both = describe(&plane, ["AlarmNames": ["a", "b", "c"], "AlarmTypes": ["MetricAlarm", "CompositeAlarm"]])
        #expect(both["MetricAlarms"]?.array?.compactMap { $0["AlarmName"]?.string } == ["a"])
        #expect(both["CompositeAlarms"]?.array?.compactMap { $0["StateValue"]?.string } == ["ALARM"])
        let one = describe(&plane, ["AlarmNames": ["a", "b"]])
        #expect(one["CompositeAlarms"]?.array?.isEmpty == true)
    }

    @Test func anAlarmChangesAtItsMomentAndIsWrittenDown() async throws {
        let plane = { () -> ControlPlane in
            var plane = ControlPlane(settings: .ordinary)
            plane.addAlarm("a", isComposite: false)
            return plane
        }()
        let world = SimulatedWorld(
            plane, clock: VirtualClock(secondsSince1970: 0, seed: 1), latency: .milliseconds(20))
        world.alarm("a", turns: "ALARM", at: .time(.seconds(1)))
        world.alarm("a", turns: nil, at: .time(.seconds(2)))
        try await world.clock.sleep(for: .milliseconds(1500))
        #expect(world.plane.alarms["a"]?.state == "ALARM")
        try await world.clock.sleep(for: .seconds(1))
        #expect(world.plane.alarms["a"] == nil)
        #expect(world.plane.history.alarms.map(\.state) == ["ALARM", nil])
    }
}
