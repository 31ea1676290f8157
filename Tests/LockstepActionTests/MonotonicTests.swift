import ControlPlaneSimulator
import Synchronization
import Testing
import Worlds

@testable import LockstepAction

/// Runs of one workflow, of which the newest is to win.
@Suite struct MonotonicTests {
    private func bench(_ number: Int, _ zip: Int) async -> Bench {
        var bench = await Kind.numbered.bench()
        bench.number(number)
        bench.inputs["zip-file"] = Fixture.zips[zip]
        return bench
    }

    private func deployed(_ number: Int) async -> Run { await bench(number, 1).run() }

    @Test func aReleaseRemembersItsRun() async throws {
        let run = await deployed(8)
        let version = try #require(run.demo?.versions.last?.members["Description"]?.string)
        let alias = try #require(run.demo?.aliases["live"]?.description)
        #expect(version.hasPrefix("main | 0123456 | ") && version.contains(" [lockstep run "))
        #expect(
            version.hasSuffix("/8.1 after 1]") && alias.hasSuffix("/8.1 after 1]")
                && alias.hasPrefix("[lockstep 2 run "))
    }

    @Test func anOlderRunGivesWayAndWritesNothing() async {
        var old = await bench(7, 0)
        old.plane = await deployed(8).plane.withoutHistory
        let run = await old.run()
        #expect(run.exitCode == 0 && run.writes.isEmpty, "\(run.log)")
        #expect(run.output(.outcome) == "superseded" && run.output(.version)?.isEmpty == true)
        #expect(run.output(.changed) == "false")
        #expect(
            run.warnings.count == 1 && run.warnings[0].contains("run 8")
                && run.warnings[0].contains("Nothing was written"))
        #expect(run.errors.isEmpty)
    }

    @Test func itFailsOrGoesOnIfThatIsWanted() async {
        var old = await bench(7, 0)
        old.plane = await deployed(8).plane.withoutHistory
        old.inputs["on-superseded"] = "fail"
        let failed = await old.run()
        #expect(failed.exitCode == 3 && failed.writes.isEmpty)
        #expect(failed.errors.first?.contains("title=demo%3A superseded by a newer run") == true)
        old.inputs["on-superseded"] = "deploy"
        let forced = await old.run()
        #expect(forced.exitCode == 0 && forced.aliasVersion == "3")
        old.inputs["on-superseded"] = nil
        old.inputs["mode"] = "plan"
        let planned = await old.run()
        #expect(planned.output(.outcome) == "planned" && planned.warnings.count == 1)
    }

    @Test(arguments: [(8, 1), (8, 2), (9, 1)])
    func theSameRunAndNewerOnesGoOn(number: Int, attempt: Int) async {
        var next = await bench(number, 0)
        next.variables["GITHUB_RUN_ATTEMPT"] = "\(attempt)"
        next.plane = await deployed(8).plane.withoutHistory
        #expect(await next.run().aliasVersion == "3")
    }

    @Test func anotherWorkflowOrNoRunAtAllIsNotCompared() async {
        for variable in ["GITHUB_WORKFLOW_REF", "GITHUB_REPOSITORY", "GITHUB_RUN_NUMBER"] {
            var other = await bench(7, 0)
            other.variables[variable] = variable == "GITHUB_RUN_NUMBER" ? "" : "other/thing"
            other.plane = await deployed(8).plane.withoutHistory
            #expect(await other.run().aliasVersion == "3", "\(variable)")
        }
    }

    /// Version 2 was published by run 6; run 8 found nothing else to do than to move the alias to it.
    @Test func aVersionThatIsUsedAgainCountsAsThatOfTheRunThatMovedTheAlias() async {
        var plane = await bench(6, 1).run().plane.withoutHistory
        var back = await Kind.rollbackTo.bench()
        back.plane = plane
        back.inputs["rollback-to"] = "1"
        plane = await back.run().plane.withoutHistory
        var newer = await bench(8, 1)
        newer.plane = plane
        let run = await newer.run()
        #expect(run.aliasVersion == "2" && run.writes == [.updateAlias], "\(run.log)")
        var old = await bench(7, 0)
        old.plane = run.plane.withoutHistory
        #expect(await old.run().output(.outcome) == "superseded")
    }

    /// Runs 8 and 9 have released versions 2 and 3, and a workflow of its own goes back to 2: that is newer than run 7 still.
    @Test func aVersionThatAnotherWorkflowWentBackToIsOfTheRunThatPublishedIt() async {
        var newest = await bench(9, 0)
        newest.plane = await deployed(8).plane.withoutHistory
        var back = await Kind.rollbackTo.bench()
        back.number(1)
        back.variables["GITHUB_WORKFLOW_REF"] = "demo/demo/.github/workflows/rollback.yml@refs/heads/main"
        back.plane = await newest.run().plane.withoutHistory
        let backward = await back.run()
        #expect(backward.aliasVersion == "2")
        var old = await bench(7, 0)
        old.plane = backward.plane.withoutHistory
        let run = await old.run()
        #expect(run.output(.outcome) == "superseded" && run.writes.isEmpty, "\(run.log)")
    }

    @Test func aNewerRunThatHasOnlyAPartOfTheTrafficIsNewerAllTheSame() async {
        var old = await bench(7, 0)
        old.plane = await deployed(8).plane.withoutHistory
        var back = await Kind.rollbackTo.bench()
        back.plane = old.plane
        back.inputs["rollback-to"] = "1"
        old.plane = await back.run().plane.withoutHistory
        old.plane.setWeights(["2": 0.1], of: "live", function: "demo")
        #expect(await old.run().output(.outcome) == "superseded")
    }

    @Test func whoWasPutBackSaysSoAndNotThatNothingWasWritten() async {
        var old = await bench(7, 0)
        old.inputs["on-failure"] = "restore"
        let (older, newer) = (old, await bench(8, 1))
        let runs = Mutex<[String: Run]>([:])
        let world = older.world()
        await world.clock.together([
            {
                let run = await older.run(in: world, author: "old")
                runs.withLock { $0["old"] = run }
            },
            {
                try? await world.clock.sleep(for: .milliseconds(400))  // nobody cancels it
                _ = await newer.run(in: world, author: "new")
            },
        ])
        let run = runs.withLock { $0["old"] }
        let told = run?.warnings.first { $0.contains("superseded by a newer run") } ?? ""
        #expect(run?.output(.outcome) == "superseded" && run?.writes.isEmpty == false, "\(run?.log ?? [])")
        #expect(
            told.contains("this run had carried out UpdateFunctionCode") && told.contains("was put back"), "\(told)")
        #expect(!told.contains("Nothing was written") && !told.contains("$LATEST may hold"), "\(told)")
    }

    /// Whoever begins first, and however far the one has come when the other begins: the newer run is live in the end.
    @Test(arguments: [true, false])
    func ofTwoThatRaceTheNewerIsLiveInTheEnd(isOldFirst: Bool) async {
        let old = await bench(7, 0)
        let new = await bench(8, 1)
        for delay in stride(from: 0, through: 1200, by: 20) {
            let world = old.world()
            let runs = Mutex<[String: Run]>([:])
            let racers = isOldFirst ? [(old, "old"), (new, "new")] : [(new, "new"), (old, "old")]
            await world.clock.together(
                racers.enumerated().map { index, racer in
                    {
                        if index == 1 { try? await world.clock.sleep(for: .milliseconds(delay)) }  // nobody cancels it
                        let run = await racer.0.run(in: world, author: racer.1)
                        runs.withLock { $0[racer.1] = run }
                    }
                })
            let ended = runs.withLock { $0 }
            let demo = world.plane.function("demo")
            let live = demo?.version(demo?.aliases["live"]?.functionVersion)?.code.sha256
            #expect(live == Fixture.digest(of: Fixture.zips[1]), "after \(delay) ms")
            #expect(ended["new"]?.output(.outcome) == "deployed", "after \(delay) ms")
            let told = ended["old"]?.output(.outcome)
            #expect(["deployed", "superseded"].contains(told), "after \(delay) ms")
            guard told == "superseded", let old = ended["old"] else { continue }
            let wrote = !old.writes.filter { $0 != .invoke }.isEmpty
            #expect(
                old.warnings.contains { $0.contains(wrote ? "$LATEST may hold" : "Nothing was written") }, "\(delay)")
        }
    }
}
