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
        #expect(
            run.warnings.first?.hasPrefix("::warning title=demo%3A input timeout::timeout sets Timeout to 1801") == true
        )
        #expect(run.summary.contains("Warning: Input timeout"))
    }

    @Test func settingsByAWSsNamesAreDeployedOnce() async {
        var bench = await Kind.configured.bench()
        let run = await bench.run()
        #expect(run.exitCode == 0, "\(run.log)")
        #expect(run.demo?.latest.members["MemorySize"] == 256)
        #expect(run.demo?.latest.members["Tomorrow"] == ["Mode": ["On"]])
        let variables = run.demo?.latest.members["Environment"]?["Variables"]
        #expect(variables == ["PASSWORD": .string(Fixture.standingSecret), "TOKEN": "s3cretvalue"])
        let notice = "configuration has EphemeralStorage.Novelty, Tomorrow, not known here: sent as given"
        #expect(run.log.contains(notice) && run.warnings.isEmpty)
        #expect(!(run.log + run.files.values).contains { $0.contains("s3cretvalue") && !$0.hasPrefix("::add-mask::") })
        bench.plane = run.plane.withoutHistory
        let second = await bench.run()
        #expect(second.writes.isEmpty && second.output(.outcome) == "unchanged")
    }

    @Test func variablesOfAFileReplaceAllIfThatIsAsked() async {
        let path = makeTemporaryDirectory() + "/function.json"
        write(#"{"Environment":{"Variables":{"TOKEN":"s3cretvalue"}}}"#, to: path)
        var bench = Bench()
        bench.inputs["environment"] = nil
        bench.inputs["environment-strategy"] = "replace"
        bench.inputs["configuration"] = "@\(path)"
        bench.inputs["stage"] = "s3cretvalue"
        let run = await bench.run()
        #expect(run.exitCode == 0, "\(run.log)")
        #expect(run.demo?.latest.members["Environment"]?["Variables"] == ["TOKEN": "s3cretvalue"])
        #expect(!(run.log + run.files.values).contains { $0.contains("s3cretvalue") && !$0.hasPrefix("::add-mask::") })
    }

    @Test func whatAWSFillsInIsNoChange() async {
        var bench = Bench()
        bench.plane = ControlPlane(settings: .ordinary)
        let shown: JSON = ["Provider": ["Arn": "a", "Concurrency": 64, "Memory": .number(2)], "More": true]
        bench.plane.add(
            "demo", code: Fixture.oldCode, configuration: ["CapacityProviderConfig": shown], versions: 1, alias: "live")
        bench.inputs["configuration"] = #"{"CapacityProviderConfig":{"Provider":{"Arn":"a","Memory":2}}}"#
        bench.plane = await bench.run().plane.withoutHistory
        #expect(await bench.run().writes.isEmpty)
    }

    @Test func tenancyIsForANewFunction() async {
        var bench = Bench()
        bench.inputs["configuration"] = #"{"TenancyConfig":{"TenantIsolationMode":"PER_TENANT"}}"#
        let refused = await bench.run()
        #expect(refused.exitCode == 1 && refused.writes.isEmpty)
        #expect(
            refused.errors.first?.contains("this setting cannot change after creation") == true, "\(refused.errors)")
        bench.plane = ControlPlane(settings: .ordinary)
        bench.inputs["role"] = "arn:aws:iam::123456789012:role/demo"
        bench.inputs["handler"] = "app.handler"
        bench.inputs["runtime"] = "python3.13"
        let created = await bench.run()
        #expect(created.writes == [.createFunction, .publishVersion, .createAlias], "\(created.log)")
        bench.plane = created.plane.withoutHistory
        #expect(await bench.run().writes.isEmpty)
    }

    @Test func aNameThatAWSDoesNotKnowIsNoRivalsDoing() async {
        var bench = await Kind.configured.bench()
        bench.plane.settings.unknownMembers = ["Tomorrow"]
        let run = await bench.run()
        #expect(run.exitCode == 1 && run.output(.conflicts) == "0")
        #expect(run.errors.first?.contains("does not show Tomorrow") == true, "\(run.errors)")
        #expect(run.aliasVersion == "1")
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
