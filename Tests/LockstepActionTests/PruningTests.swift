import ControlPlaneSimulator
import Testing
import Worlds

@testable import LockstepAction

@Suite struct PruningTests {
    private func bench(versions: Int, keeping: Int) -> Bench {
        var bench = Bench()
        bench.plane = ControlPlane(settings: .quick)
        bench.plane.add("demo", code: Fixture.oldCode, configuration: [:], versions: versions, alias: "live")
        bench.inputs["keep-versions"] = "\(keeping)"
        return bench
    }

    private func left(_ run: Run) -> [String] { run.demo?.versions.map(\.name) ?? [] }

    /// Within the quota that everybody shares.
    @Test func aHundredAndThirtyVersionsArePrunedToFive() async {
        var bench = bench(versions: 129, keeping: 5)
        bench.plane.addAlias("old", to: "3", of: "demo")
        bench.plane.settings.quotas = .init(getFunction: 100, everythingElse: 15)
        let run = await bench.run()
        #expect(run.exitCode == 0, "\(run.log)")
        #expect(left(run) == ["3", "126", "127", "128", "129", "130"])
        #expect(run.aliasVersion == "130" && run.warnings.isEmpty, "\(run.warnings)")
        #expect(run.writes.count { $0 == .deleteFunction } == 124)
        #expect(run.duration < .seconds(60))
        #expect(run.output(.changed) == "true")
        bench.plane = run.plane.withoutHistory
        let again = await bench.run()
        #expect(again.writes.isEmpty && again.output(.outcome) == "unchanged")
    }

    @Test func whatIsInUseStays() async {
        let run = await Kind.pruning.bench().run()
        #expect(left(run) == ["2", "3", "7", "8", "9"], "\(run.log)")
    }

    @Test func whereTheAliasWouldGoBackToStays() async {
        var bench = bench(versions: 4, keeping: 1)
        bench.plane.setWeights([:], of: "live", function: "demo")
        let run = await bench.run()
        #expect(left(run) == ["4", "5"])
        var back = await Kind.rollback.bench()
        back.plane = run.plane.withoutHistory
        #expect(await back.run().aliasVersion == "4")
    }

    @Test(arguments: [
        ControlPlaneSimulator.Operation.deleteFunction, .listAliases, .listProvisionedConcurrencyConfigs, .getPolicy,
        .listEventSourceMappings, .listFunctionEventInvokeConfigs,
    ])
    func aDenialIsOneWarningAndTheReleaseStands(denied: ControlPlaneSimulator.Operation) async {
        var bench = bench(versions: 6, keeping: 2)
        bench.plane.settings.denied = [denied]
        let run = await bench.run()
        #expect(run.exitCode == 0 && run.output(.outcome) == "deployed")
        #expect(run.warnings.count == 1 && run.warnings[0].contains("lambda:\(denied.rawValue)"), "\(run.warnings)")
        #expect(left(run).count == 7 && run.aliasVersion == "7")
    }

    @Test func anAliasThatAppearsAtTheLastMomentKeepsItsVersion() async {
        let run = await bench(versions: 6, keeping: 2).run {
            $0.change(at: .before(.operation(.deleteFunction, occurrence: 1))) {
                $0.addAlias("new", to: "2", of: "demo")
            }
        }
        #expect(left(run) == ["2", "6", "7"])
        #expect(run.exitCode == 0 && run.warnings.count == 1)
        #expect(
            run.warnings[0].contains("Not deleted: version 2.") && run.warnings[0].contains("[new]"), "\(run.warnings)")
    }

    @Test func oneThatCannotBeDeletedDoesNotStopTheOthers() async {
        var bench = bench(versions: 9, keeping: 3)
        bench.plane.replicate("1", of: "demo")
        bench.plane.replicate("4", of: "demo")
        let run = await bench.run()
        #expect(left(run) == ["1", "4", "8", "9", "10"])
        #expect(run.exitCode == 0 && run.warnings.count == 1)
        #expect(
            run.warnings[0].contains("Not deleted: versions 1, 4.") && run.warnings[0].contains("replicated function"),
            "\(run.warnings)")
    }

    @Test(arguments: ControlPlane.Obstacle.allCases) func whatFailsForOneVersionDoesNotStopTheOthers(
        obstacle: ControlPlane.Obstacle
    ) async {
        var bench = bench(versions: 9, keeping: 3)
        bench.plane.makeUndeletable("2", of: "demo", by: obstacle)
        bench.plane.makeUndeletable("4", of: "demo", by: obstacle)
        let run = await bench.run()
        #expect(left(run) == ["2", "4", "8", "9", "10"], "\(run.log)")
        #expect(run.exitCode == 0 && run.warnings.count == 1)
        #expect(run.warnings[0].contains("Not deleted: versions 2, 4. "), "\(run.warnings)")
    }

    @Test(arguments: ControlPlane.Obstacle.allCases) func whatFailsTwiceInARowStopsThere(
        obstacle: ControlPlane.Obstacle
    ) async {
        var bench = bench(versions: 9, keeping: 3)
        for version in 2...6 { bench.plane.makeUndeletable("\(version)", of: "demo", by: obstacle) }
        let run = await bench.run()
        #expect(left(run) == ["2", "3", "4", "5", "6", "7", "8", "9", "10"], "\(run.log)")
        #expect(run.warnings.count == 1 && run.warnings[0].contains("Not deleted: versions 2, 3, 4, 5, 6, 7."))
    }

    @Test func whatHadTrafficWhenTheRunBeganStaysForThisRun() async {
        var bench = bench(versions: 5, keeping: 1)
        bench.plane.setVersion("4", of: "live", function: "demo")
        bench.plane.setWeights(["5": 0.5], of: "live", function: "demo")
        bench.plane.addAlias("other", to: "2", of: "demo")
        let run = await bench.run {
            $0.change(at: .before(.operation(.publishVersion, occurrence: 1))) {
                $0.setVersion("3", of: "other", function: "demo")
            }
        }
        #expect(left(run) == ["2", "3", "4", "5", "6"], "\(run.log)")
        bench.plane = run.plane.withoutHistory
        #expect(left(await bench.run()) == ["3", "4", "6"], "the next run goes on")
    }

    @Test(arguments: ControlPlane.VersionUse.allCases.filter { $0 != .url })
    func whatIsCalledByItsNumberStays(use: ControlPlane.VersionUse) async {
        var bench = bench(versions: 6, keeping: 2)
        bench.plane.use("3", of: "demo", by: use)
        let run = await bench.run()
        #expect(left(run) == ["3", "6", "7"], "\(run.log)")
        #expect(run.exitCode == 0 && run.warnings.isEmpty)
        #expect(run.log.contains { $0.hasPrefix("Version 3 stays: ") }, "\(run.log)")
    }

    @Test func onlyDurableVersionsAreAskedForExecutionsAndStayWhereThatIsDenied() async {
        var bench = bench(versions: 6, keeping: 2)
        bench.plane.settings.denied = [.listDurableExecutionsByFunction]
        #expect(left(await bench.run()) == ["6", "7"])
        bench.plane.use("3", of: "demo", by: .durableExecution)
        let run = await bench.run()
        #expect(left(run) == ["3", "6", "7"])
        #expect(run.warnings.count == 1 && run.warnings[0].contains("lambda:ListDurableExecutionsByFunction"))
    }

    /// At the code, and at the publication.
    @Test(arguments: [-1, 0]) func whereNoRoomIsLeftOldVersionsMakeIt(more: Int) async {
        var bench = Bench()
        bench.plane = ControlPlane(settings: .quick)
        let size = 581
        bench.plane.add(
            "demo", code: Fixture.oldCode + [UInt8](repeating: 0, count: size - Fixture.oldCode.count),
            configuration: [:], versions: 6, alias: "live")
        bench.plane.settings.codeStorage = 7 * size + more
        let full = await bench.run()
        #expect(full.exitCode == 1 && full.aliasVersion == "6")
        #expect(full.errors[0].contains("versions 1, 2, 3, 4, 5 of this function"), "\(full.errors)")
        #expect(full.errors[0].contains("set keep-versions"))
        bench.inputs["keep-versions"] = "3"
        let run = await bench.run()
        #expect(run.exitCode == 0 && run.warnings.isEmpty, "\(run.log)")
        #expect(run.aliasVersion == "7" && left(run) == ["5", "6", "7"])
        #expect(run.violations(of: bench).isEmpty)
    }

    /// An alias that was rolled back keeps no version but its own from making room.
    @Test func whatIsNewerThanTheAliasMakesRoomToo() async {
        var bench = await Kind.pruningForRoom.bench()
        bench.plane.setVersion("1", of: "live", function: "demo")
        let run = await bench.run()
        #expect(run.exitCode == 0 && left(run) == ["1", "5", "6", "7"], "\(run.log)")
    }

    @Test func whereNothingMakesRoomTheErrorIsAWSs() async {
        var bench = bench(versions: 2, keeping: 2)
        bench.plane.settings.codeStorage = 20
        let run = await bench.run()
        #expect(run.exitCode == 1 && left(run) == ["1", "2"])
        #expect(run.errors.count == 1 && run.errors[0].contains("CodeStorageExceededException"), "\(run.errors)")
    }

    @Test func withoutTheInputNothingIsLookedAtOrDeleted() async {
        var bench = bench(versions: 6, keeping: 1)
        bench.inputs["keep-versions"] = nil
        let run = await bench.run()
        #expect(left(run).count == 7)
        #expect(!run.history.requests.contains { $0.operation == .listAliases })
    }

    @Test func aRunThatFailsOrGoesBackDeletesNothing() async {
        var failing = bench(versions: 6, keeping: 1)
        failing.plane.settings.denied = [.updateAlias]
        #expect(left(await failing.run()).count == 7)
        var back = await Kind.rollback.bench()
        back.inputs["keep-versions"] = "1"
        #expect(left(await back.run()) == ["1", "2", "3"])
    }

    @Test func allIsGivenUpAfterAWhileAndTheNextRunGoesOn() async {
        let bench = bench(versions: 40, keeping: 1)
        let run = await bench.run { $0.inject(.slow, on: .where { $0.operation == .deleteFunction }) }
        #expect(run.exitCode == 0 && run.warnings.count == 1, "\(run.warnings)")
        #expect(run.warnings[0].contains("too long for one run"))
        #expect(run.duration < .seconds(100))
        #expect(left(run).count > 20)
    }
}
