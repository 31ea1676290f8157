import ControlPlaneSimulator
import Deployment
import Testing
import Worlds

@testable import LockstepAction

/// Whoever moves the alias once we have begun to move it wins, whatever `on-conflict` says.
@Suite struct AliasTakenTests {
    /// Somebody clears the weights while the alias is watched, or moves it, or deletes it.
    @Test(
        arguments: [(RivalMove.weightsCleared, "1"), (.aliasPutBack, "1"), (.deployment, "3, 10% to 2")],
        ["retry", "fail"])
    func whoEndsACanaryByHandIsNotMovedOver(what: (move: RivalMove, version: String), onConflict: String) async {
        var bench = await Kind.canary.bench()
        bench.inputs["on-conflict"] = onConflict
        let run = await bench.run {
            $0.rival(what.move, function: "demo", alias: "live", at: .before(.operation(.getAlias, occurrence: 2)))
        }
        let error = run.errors.first ?? ""
        #expect(run.exitCode == 3 && run.aliasVersion == what.version.first?.description, "\(run.log)")
        #expect(error.contains("title=demo%3A someone else moved the alias"), "\(error)")
        #expect(error.contains("someone else moved it to version \(what.version). Their change stands."), "\(error)")
        #expect(error.contains("$LATEST now:") && error.contains("Version 2 was published, and had traffic meanwhile."))
        #expect(run.output(.conflicts) == "1")
    }

    @Test func whoGoesBackByHandWhileEverythingIsWatchedWins() async {
        let run = await Kind.canary.bench().run {
            $0.rival(.aliasPutBack, function: "demo", alias: "live", at: .time(.seconds(32)))
        }
        #expect(run.exitCode == 3 && run.aliasVersion == "1", "\(run.log)")
        #expect(run.errors.first?.contains("someone else moved it to version 1.") == true, "\(run.errors)")
    }

    @Test func anAliasThatSomebodyDeletesIsNotMadeAgain() async {
        let run = await Kind.canary.bench().run {
            $0.rival(.aliasDeleted, function: "demo", alias: "live", at: .before(.operation(.getAlias, occurrence: 2)))
        }
        #expect(run.exitCode == 3 && run.aliasVersion == nil)
        #expect(run.errors.first?.contains("someone else deleted it. It is not re-created.") == true, "\(run.errors)")
    }

    /// What the look shows is what stood before our write, which was carried out all the same.
    @Test(arguments: [RivalMove.weightsCleared, .aliasPutBack])
    func whoTakesBackAShareThatNobodyAnsweredWins(move: RivalMove) async {
        let run = await Kind.canary.bench().run {
            $0.inject(.answerLost, on: .operation(.updateAlias, occurrence: 1))
            $0.rival(move, function: "demo", alias: "live", at: .before(.operation(.getAlias, occurrence: 2)))
        }
        #expect(run.exitCode == 3 && run.aliasVersion == "1", "\(run.log)")
        #expect(run.demo?.aliases["live"]?.weights == [:])
        #expect(run.writes.filter { $0 == .updateAlias }.count == 1)
        #expect(run.errors.first?.contains("title=demo%3A someone else moved the alias") == true, "\(run.errors)")
    }

    /// AWS takes its weight off while an answer is missing.
    @Test func awsMayStillTakeItsWeightOffWhileAnAnswerIsMissing() async {
        var bench = await Kind.provisioned.bench()
        bench.plane.settings.warmUp = .succeeds(after: .seconds(20))
        bench.inputs.merge(["wait-timeout": "1", "on-wait-timeout": "attempt"]) { $1 }
        bench.plane = await bench.run().plane.withoutHistory
        bench.inputs.merge(["wait-timeout": "", "on-wait-timeout": "", "zip-file": Fixture.zips[1]]) { $1 }
        let run = await bench.run { $0.inject(.requestLost, on: .operation(.updateAlias, occurrence: 1)) }
        #expect(run.exitCode == 0 && run.aliasVersion == "3" && run.output(.conflicts) == "0", "\(run.log)")
        #expect(run.entries.contains { if case .traffic(.foundWarmingUp) = $0.fact { true } else { false } })
    }

    @Test func aMoveBeforeOursIsAConflictLikeAnyOther() async {
        let run = await Kind.canary.bench().run {
            $0.rival(.aliasMoved, function: "demo", alias: "live", at: .before(.operation(.updateAlias, occurrence: 1)))
        }
        #expect(run.exitCode == 0 && run.output(.conflicts) == "1", "\(run.log)")
        #expect(run.demo?.aliases["live"]?.weights == [:])
    }

    /// A run of the same workflow, as far as its record tells, moves the alias to version 1 in the middle of ours.
    private func run(meeting number: Int) async -> Run {
        var bench = await Kind.canary.bench()
        bench.number(7)
        var other = bench
        other.number(number)
        let record = other.recordOnVersion1
        return await bench.run {
            $0.change(at: .before(.operation(.getAlias, occurrence: 2))) {
                $0.setWeights([:], of: "live", function: "demo")
                $0.setDescription(record, of: "live", function: "demo")
            }
        }
    }

    @Test func anOlderRunIsStartedOver() async {
        let run = await run(meeting: 6)
        #expect(run.exitCode == 0 && run.aliasVersion == "2", "\(run.log)")
        #expect(run.output(.conflicts) == "1")
    }

    @Test func aNewerRunEndsItAsSuperseded() async {
        let run = await run(meeting: 8)
        #expect(run.exitCode == 0 && run.output(.outcome) == "superseded", "\(run.log)")
        #expect(run.aliasVersion == "1" && run.output(.version) == "")
        #expect(
            run.warnings.contains { $0.contains("The alias is left as the newer run has moved it.") }, "\(run.warnings)"
        )
    }

    @Test func theSameRunElsewhereIsSomebodyElse() async {
        let run = await run(meeting: 7)
        #expect(run.exitCode == 3 && run.aliasVersion == "1")
    }

    @Test func whoMovesItWhileCodeDeployIsAtWorkWins() async {
        var bench = await Kind.codeDeploy.bench()
        bench.plane.settings.codeDeploy = .succeeds(after: .seconds(30))
        let run = await bench.run {
            $0.rival(.deployment, function: "demo", alias: "live", at: .time(.seconds(22)))
        }
        #expect(run.exitCode == 3 && run.errors.first?.contains("someone else moved the alias") == true, "\(run.log)")
        #expect(run.writes.filter { $0 == .createDeployment }.count == 1)
    }
}

extension Bench {
    fileprivate var recordOnVersion1: String {
        WorkflowRun(variables).map { "[lockstep 1 run \($0.text)]" } ?? ""
    }
}
