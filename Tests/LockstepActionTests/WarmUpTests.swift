import ControlPlaneSimulator
import Testing
import Worlds

@testable import LockstepAction

/// An alias for which instances are kept warm: AWS holds its traffic back under a weight of its own until they are.
@Suite struct WarmUpTests {
    private static let asked = ControlPlaneSimulator.Operation.getProvisionedConcurrencyConfig

    private func bench(_ kind: Kind = .provisioned, _ circumstances: Circumstance...) async -> Bench {
        var bench = await kind.bench()
        bench.plane.settings.warmUp = .succeeds(after: .seconds(20))
        for circumstance in circumstances { bench.meet(circumstance) }
        return bench
    }

    private func looks(_ run: Run) -> Int { run.history.requests.count { $0.operation == Self.asked } }

    private func weights(_ run: Run) -> [String: Double]? { run.demo?.aliases["live"]?.weights }

    @Test func itCountsAsMovedWhenItIsWarmWhetherTheAnswerShowsTheWeightOrNot() async {
        for circumstance in [Circumstance.slow, .warmUpInAnswer] {
            var bench = await bench()
            bench.meet(circumstance)
            bench.inputs["on-conflict"] = "fail"
            let run = await bench.run()
            #expect(run.exitCode == 0 && run.aliasVersion == "2" && weights(run) == [:], "\(run.log)")
            #expect(run.output(.conflicts) == "0")
            #expect(run.log.contains { $0.contains("Warm after 2") }, "\(run.log)")
        }
    }

    @Test func theTimeOfALastWatchBeginsWhenItIsWarm() async {
        let cold = await bench(.canary).run()
        for kind in [Kind.provisionedCanary] {
            let run = await bench(kind).run()
            #expect(run.exitCode == 0 && run.duration - cold.duration > .seconds(19), "\(run.duration)")
        }
    }

    @Test func whereNoneIsProvisionedItTakesOneCallAndOnlyIfAnAliasMoves() async {
        #expect(looks(await Kind.existing.bench().run()) == 1)
        #expect(looks(await Kind.canary.bench().run()) == 1)
        for kind in [Kind.missing, .unchanged, .withoutAlias] {
            #expect(looks(await kind.bench().run()) == 0, "\(kind)")
        }
    }

    @Test func anUnchangedRunLeavesItAlone() async {
        let run = await Kind.warmingUp.bench().run()
        #expect(run.exitCode == 0 && run.output(.outcome) == "unchanged" && run.writes.isEmpty, "\(run.log)")
        #expect(weights(run) == ["1": 1])
    }

    @Test func itIsPutBackOverAWSsWeightWhenTheRunIsCancelled() async {
        let bench = await bench()
        let world = bench.world()
        let run = await bench.run(in: world, author: "client", cancelledAt: .seconds(8))
        #expect(run.exitCode == 130 && run.aliasVersion == "1", "\(run.log)")
        #expect(run.log.contains { $0.contains("Put alias live back to version 1") })
    }

    @Test func whatFailsIsPutBackWithAWSsReason() async {
        let run = await bench(.provisioned, .warmUpFails).run()
        #expect(run.exitCode == 1 && run.aliasVersion == "1", "\(run.log)")
        #expect(
            run.errors.first?.contains("for the new version: Cannot start") == true, "\(run.errors)")
    }

    @Test func whatDoesNotEndIsPutBackOrLeftAsTheInputsSay() async {
        var bench = await bench(.provisioned, .warmUpNeverEnds)
        bench.inputs["wait-timeout"] = "30"
        let failed = await bench.run()
        #expect(failed.exitCode == 1 && failed.aliasVersion == "1")
        #expect(failed.errors.first?.contains("the provisioned concurrency of alias live to be ready") == true)
        bench.inputs["on-wait-timeout"] = "attempt"
        let left = await bench.run()
        #expect(left.exitCode == 0 && left.aliasVersion == "2" && weights(left) == ["1": 1])
        #expect(left.warnings.contains { $0.contains("alias live is at version 2, 100%25 to 1") }, "\(left.warnings)")
    }

    @Test func withoutTheRightToAskItIsSaidAndAWSIsBelieved() async {
        let run = await bench(.provisioned, .warmUpUntold, .warmUpInAnswer).run()
        #expect(run.exitCode == 0 && weights(run) == [:] && run.output(.conflicts) == "0", "\(run.log)")
        #expect(run.warnings.count == 1 && run.warnings[0].contains("allow lambda:GetProvisionedConcurrencyConfig"))
        #expect(looks(run) == 1)
    }

    /// Nothing is provisioned, or all is ready: then it is somebody who gave the traffic back.
    @Test(arguments: [Kind.canary, .provisionedCanary]) func aWeightLikeAWSsIsTheirsOnceAllIsReady(kind: Kind) async {
        let run = await bench(kind).run {
            $0.rival(.weightedBack, function: "demo", alias: "live", at: .time(.seconds(kind == .canary ? 30 : 51)))
        }
        #expect(run.exitCode == 3 && weights(run) == ["1": 1], "\(run.log)")
        #expect(run.errors.first?.contains("someone else moved it to version 2, 100% to 1") == true, "\(run.errors)")
    }

    /// Another release comes while AWS still holds the traffic back for the one before, and is taken back.
    @Test func aWeightOfAWSsIsNotPutBack() async {
        var bench = await Kind.warmingUp.bench()
        bench.inputs["zip-file"] = Fixture.zips[1]
        bench.plane.settings.warmUp = .fails(after: .seconds(5), code: "x", reason: "FUNCTION_ERROR")
        let run = await bench.run()
        #expect(run.exitCode == 1 && run.aliasVersion == "2", "\(run.log)")
        #expect(weights(run)?["1"] == nil)
    }

    @Test func goingBackWhileItWarmsUpGoesBackToTheVersionBefore() async {
        var bench = await Kind.warmingUp.bench()
        for name in ["zip-file", "memory-size", "environment"] { bench.inputs[name] = nil }
        bench.inputs["mode"] = "rollback"
        let run = await bench.run()
        #expect(run.exitCode == 0 && run.aliasVersion == "1", "\(run.log)")
    }

    /// How far status, weight and answer lag behind each other is not known.
    @Test(arguments: [Kind.provisioned, .provisionedCanary], [Circumstance.warmUpLags, .warmUpHadFailed])
    func whatLagsIsNeitherARivalNorAFailure(kind: Kind, circumstance: Circumstance) async {
        for other in [Circumstance.slow, .warmUpInAnswer] {
            let run = await bench(kind, circumstance, other).run()
            #expect(run.exitCode == 0 && run.aliasVersion == "2" && weights(run) == [:], "\(run.log)")
            #expect(run.output(.conflicts) == "0" && run.warnings.isEmpty)
        }
    }

    @Test func aFailureThatStoodBeforeAndStandsStillIsFoundLater() async {
        var bench = await bench(.provisioned, .warmUpHadFailed, .warmUpFails)
        bench.plane.settings.warmUpStatusLag = .seconds(3600)
        let run = await bench.run()
        #expect(run.exitCode == 1 && run.aliasVersion == "1", "\(run.log)")
        #expect(run.errors.first?.contains("for the new version: Not before") == true)
    }

    /// A broken version is not to stay because instances could not be had for the one before it.
    @Test(arguments: [Circumstance.warmUpFails, .warmUpNeverEnds]) func goingBackDoesNotGoForthAgain(
        circumstance: Circumstance
    ) async {
        var bench = await bench(.rollbackTo, circumstance)
        bench.inputs["wait-timeout"] = "30"
        let run = await bench.run()
        #expect(run.exitCode == 0 && run.aliasVersion == "2" && weights(run) == [:], "\(run.log)")
        #expect(run.output(.outcome) == "rolled-back" && run.warnings.count == 1)
        #expect(run.warnings.first?.contains("alias live is at version 2, and its provisioned concurrency at") == true)
    }
}
