import ControlPlaneSimulator
import Testing
import Worlds

@testable import LockstepAction

/// What of the configuration AWS takes in a way of its own.
@Suite struct ConfigurationTests {
    @Test func aNetworkWithDualStackIsTakenAway() async {
        var bench = Bench()
        let network: JSON = ["SubnetIds": ["s"], "SecurityGroupIds": ["g"], "Ipv6AllowedForDualStack": true]
        bench.plane = ControlPlane(settings: .ordinary)
        bench.plane.add(
            "demo", code: Fixture.oldCode, configuration: ["VpcConfig": network], versions: 1, alias: "live")
        bench.inputs["vpc-config"] = #"{"SubnetIds":[],"SecurityGroupIds":[]}"#
        let run = await bench.run()
        #expect(run.exitCode == 0, "\(run.log)")
        #expect(run.demo?.latest.members["VpcConfig"]?["SubnetIds"] == [])
        #expect(run.demo?.latest.members["VpcConfig"]?["Ipv6AllowedForDualStack"] == false)
        bench.plane = run.plane.withoutHistory
        #expect(await bench.run().writes.isEmpty)
    }

    @Test func dualStackThatIsNotGivenStays() async {
        var bench = Bench()
        let network: JSON = ["SubnetIds": ["s"], "SecurityGroupIds": ["g"], "Ipv6AllowedForDualStack": true]
        bench.plane = ControlPlane(settings: .ordinary)
        bench.plane.add(
            "demo", code: Fixture.oldCode, configuration: ["VpcConfig": network], versions: 1, alias: "live")
        bench.inputs["vpc-config"] = #"{"SubnetIds":["t"],"SecurityGroupIds":["g"]}"#
        let run = await bench.run()
        #expect(run.exitCode == 0, "\(run.log)")
        #expect(run.demo?.latest.members["VpcConfig"]?["SubnetIds"] == ["t"])
        #expect(run.demo?.latest.members["VpcConfig"]?["Ipv6AllowedForDualStack"] == true)
    }

    @Test func whatIsBeyondAKnownBoundIsSentWithAWarning() async {
        var bench = Bench()
        bench.inputs["timeout"] = "1801"
        let run = await bench.run()
        #expect(run.exitCode == 0, "\(run.log)")
        #expect(run.demo?.latest.members["Timeout"] == 1801)
        #expect(run.warnings.count == 1)
        #expect(run.warnings.first?.hasPrefix("::warning title=Input timeout::timeout sets Timeout to 1801") == true)
        #expect(run.summary.contains("Warning: Input timeout"))
    }

    @Test func aBoundThatHasNotMovedIsAWSsToTell() async {
        var bench = Bench()
        bench.inputs["memory-size"] = "40000"
        let run = await bench.run()
        #expect(run.exitCode == 1)
        #expect(run.warnings.contains { $0.contains("memory-size sets MemorySize to 40000 MB") })
        #expect(run.errors.contains { $0.contains("'memorySize' failed to satisfy constraint") }, "\(run.errors)")
    }
}
