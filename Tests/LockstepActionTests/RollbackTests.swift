import ControlPlaneSimulator
import Testing
import Worlds

@testable import LockstepAction

/// Going back over a function that was deployed to twice: versions 1 (by somebody), 2 and 3.
@Suite struct RollbackTests {
    private func bench(_ target: String? = nil) async -> Bench {
        var bench = await Kind.rollback.bench()
        bench.inputs["rollback-to"] = target
        return bench
    }

    private func description(_ run: Run) -> String? { run.demo?.aliases["live"]?.description }

    /// It was made on a version that another alias had been moved to before.
    @Test func ofAnAliasThatWasNeverElsewhereTheVersionBeforeIsAGuess() async {
        var bench = await Kind.rollback.bench()
        bench.plane.setDescription("[lockstep 3]", of: "live", function: "demo")
        let run = await bench.run()
        #expect(run.exitCode == 0 && run.aliasVersion == "2", "\(run.log)")
        #expect(run.warnings.count == 1 && run.warnings[0].contains("is a guess"), "\(run.warnings)")
    }

    @Test func rightAfterADeploymentItGoesBackInFewCalls() async {
        let run = await bench().run()
        #expect(run.exitCode == 0, "\(run.log)")
        #expect(run.aliasVersion == "2")
        #expect(run.output(.outcome) == "rolled-back")
        #expect(run.output(.version) == "2" && run.output(.previousVersion) == "3")
        #expect(run.output(.versionArn)?.hasSuffix("function:demo:2") == true)
        #expect(run.output(.functionArn)?.hasSuffix("function:demo") == true)
        #expect(run.writes == [.updateAlias])
        #expect(
            run.history.requests.map(\.operation) == [
                .getAlias, .getFunction, .invoke, .updateAlias, .getProvisionedConcurrencyConfig,
            ])
        #expect(run.duration < .seconds(1))
    }

    @Test func asOftenAsItIsAskedForItGoesFurtherBackAndNeverForth() async {
        var bench = await bench()
        var seen: [String?] = []
        for _ in 1...3 {
            let run = await bench.run()
            seen.append(run.aliasVersion)
            bench.plane = run.plane.withoutHistory
            if seen.count == 3 {
                #expect(run.exitCode == 1)
                #expect(run.errors.first?.contains("there is no older version") == true, "\(run.errors)")
            }
        }
        #expect(seen == ["2", "1", "1"])
    }

    @Test func afterARollbackADeploymentRemembersWhatItReplaces() async {
        var bench = await bench()
        bench.plane = await bench.run().plane.withoutHistory
        var next = Bench()
        next.plane = bench.plane
        next.inputs["zip-file"] = Fixture.zips[2]
        let run = await next.run()
        #expect(run.aliasVersion == "4")
        #expect(description(run) == "[lockstep 4 after 2]")
        bench.plane = run.plane.withoutHistory
        #expect(await bench.run().aliasVersion == "2")
    }

    @Test func theUsersOwnDescriptionStays() async {
        var bench = await bench()
        bench.plane.setDescription("Orders [lockstep 3 after 2]", of: "live", function: "demo")
        #expect(description(await bench.run()) == "Orders [lockstep 2 after 1]")
        bench.plane.setDescription("Orders", of: "live", function: "demo")
        let run = await bench.run()
        #expect(description(run) == "Orders [lockstep 2 after 1]", "the version's own record is enough")
        #expect(run.history.requests.count == 6)
    }

    @Test func aRecordWinsOverTheNumberBefore() async {
        var bench = await bench()
        bench.plane.setDescription("[lockstep 3 after 1]", of: "live", function: "demo")
        #expect(await bench.run().aliasVersion == "1")
        bench.plane.removeVersion("1", of: "demo")
        let run = await bench.run()
        #expect(run.exitCode == 1 && run.aliasVersion == "3")
        #expect(
            run.errors.first?.contains("Version 1, which is recorded as the one before, does not exist any more")
                == true)
        #expect(run.errors.first?.contains("The newest: 2") == true, "\(run.errors)")
        #expect(run.writes.isEmpty)
    }

    @Test func withoutAnyRecordItIsAGuessAndSaysSo() async {
        var bench = await bench()
        bench.plane = ControlPlane(settings: .quick)
        bench.plane.add("demo", code: Fixture.oldCode, configuration: [:], versions: 3, alias: "live")
        bench.plane.removeVersion("2", of: "demo")
        let run = await bench.run()
        #expect(run.aliasVersion == "1")
        #expect(run.warnings.count == 1 && run.warnings[0].contains("guess") && run.warnings[0].contains("rollback-to"))
    }

    @Test func aVersionIsFoundByATextOfItsDescription() async {
        var bench = await bench("@main")
        let run = await bench.run()
        #expect(run.exitCode == 1 && run.writes.isEmpty)
        #expect(run.errors.first?.contains("More than one version's description contains \"main\"") == true)
        bench.inputs["rollback-to"] = "@nowhere"
        #expect(await bench.run().errors.first?.contains("No version's description contains \"nowhere\"") == true)
        bench.inputs["rollback-to"] = "@lockstep"
        #expect(await bench.run().exitCode == 1, "our own record is no description")
    }

    @Test func theSameTextAgainIsNothingToDo() async {
        var deployed = Bench()
        deployed.inputs["version-description"] = "build {run-id}"
        for (number, zip) in [("77", Fixture.zips[0]), ("88", Fixture.zips[1])] {
            deployed.inputs["zip-file"] = zip
            deployed.variables["GITHUB_RUN_ID"] = number
            deployed.plane = await deployed.run().plane.withoutHistory
        }
        var bench = await bench("@build 77")
        bench.plane = deployed.plane
        let run = await bench.run()
        #expect(run.aliasVersion == "2", "\(run.log)")
        bench.plane = run.plane.withoutHistory
        let again = await bench.run()
        #expect(again.exitCode == 0 && again.writes.isEmpty && again.output(.outcome) == "unchanged")
    }

    @Test(arguments: ["9", "2"])
    func aVersionIsLookedAtBeforeItIsServed(target: String) async {
        var bench = await bench(target)
        if target == "2" {
            bench.plane.setBehaviour(of: "demo", to: .init(payload: [], functionError: "Unhandled", log: ""))
        }
        let run = await bench.run()
        #expect(run.exitCode == (target == "2" ? 4 : 1) && run.aliasVersion == "3" && run.writes.isEmpty)
    }

    @Test func aCanaryIsTakenBackWholly() async {
        var bench = await bench("2")
        bench.plane = await bench.run().plane.withoutHistory
        bench.plane.setWeights(["3": 0.1], of: "live", function: "demo")
        bench.inputs["rollback-to"] = nil
        let run = await bench.run()
        #expect(run.aliasVersion == "2" && run.demo?.aliases["live"]?.weights.isEmpty == true, "\(run.log)")
        #expect(description(run) == "[lockstep 2 after 1]")
        // Of an older version that still gets a part, the present one is what is rolled back.
        bench = await self.bench()
        bench.plane.setWeights(["2": 0.1], of: "live", function: "demo")
        #expect(await bench.run().aliasVersion == "2")
    }

    @Test(arguments: ["plan", "rollback"])
    func inAPlanItOnlySaysWhatItWouldDo(mode: String) async {
        var bench = await bench()
        bench.inputs["mode"] = mode
        bench.inputs["rollback-to"] = "previous"
        let run = await bench.run()
        #expect(run.writes.isEmpty == (mode == "plan"))
        #expect(run.output(.outcome) == (mode == "plan" ? "planned" : "rolled-back"))
        #expect(run.output(.changed) == "true")
        #expect(run.log.contains { $0.contains("To go back to: version 2") })
    }
}
