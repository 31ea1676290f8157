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
        #expect(left(run) == ["2", "3", "6", "7"], "\(run.log)")
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

    @Test(arguments: [ControlPlaneSimulator.Operation.deleteFunction, .listAliases, .listProvisionedConcurrencyConfigs])
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
