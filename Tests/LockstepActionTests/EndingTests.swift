import ControlPlaneSimulator
import Inputs
import Testing
import Worlds

@testable import LockstepAction

/// What a person reads when a run is over.
@Suite struct EndingTests {
    @Test func aFailureNamesTheStateTheVersionAndTheAlias() async {
        var bench = Bench()
        bench.inputs["on-conflict"] = "fail"
        let run = await bench.run {
            $0.rival(.aliasMoved, function: "demo", alias: "live", at: .before(.operation(.updateAlias, occurrence: 1)))
        }
        #expect(run.exitCode == 3)
        let error = run.errors.first ?? ""
        #expect(error.contains("$LATEST now: the new code ("), "\(error)")
        #expect(error.contains(") and the new configuration; State: Active, LastUpdateStatus: Successful."), "\(error)")
        #expect(error.contains("Alias live points to version"), "\(error)")
        #expect(error.contains("Someone else changed it once"), "\(error)")
    }

    @Test func whatSomeoneElseLeftIsNotToldAsThisRuns() async {
        var bench = Bench()
        bench.inputs["on-conflict"] = "fail"
        let run = await bench.run {
            $0.rival(.code, function: "demo", alias: "live", at: .before(.operation(.publishVersion, occurrence: 1)))
        }
        let error = run.errors.first ?? ""
        #expect(error.contains("$LATEST now: someone else's code ("), "\(error)")
        #expect(error.contains(") and the new configuration; "), "\(error)")
    }

    @Test func somebodysChangeThatTheInputsWonOverIsNamed() async {
        let run = await Bench().run {
            $0.rival(
                .configuration, function: "demo", alias: "live", at: .before(.operation(.publishVersion, occurrence: 1))
            )
        }
        #expect(run.exitCode == 0)
        let told = run.warnings.filter { $0.contains("overwritten") }
        #expect(told.count == 1, "\(run.warnings)")
        #expect(told.first?.contains("MemorySize from 256 to 1024, and this run set it to 256") == true, "\(told)")
    }

    /// And not with the share that this run has given on the way.
    @Test func anAliasThatIsShiftedOverSomebodysMoveIsNamedAsTheyLeftIt() async {
        var bench = await Kind.canary.bench()
        bench.plane = await bench.run().plane.withoutHistory
        bench.inputs["memory-size"] = "512"
        let run = await bench.run {
            $0.rival(
                .aliasPutBack, function: "demo", alias: "live", at: .before(.operation(.updateAlias, occurrence: 1)))
        }
        #expect(run.exitCode == 0, "\(run.log)")
        let told = run.warnings.filter { $0.contains("overwritten") }
        #expect(told.first?.contains("live from 2 to 1, and this run set it to 3") == true, "\(told)")
    }

    @Test func whatNobodyWonOverIsNoWarning() async {
        let run = await Bench().run {
            $0.rival(
                .environment, function: "demo", alias: "live", at: .before(.operation(.publishVersion, occurrence: 1)))
        }
        #expect(run.exitCode == 0 && run.output(.conflicts) != "0")
        #expect(!run.warnings.contains { $0.contains("overwritten") }, "\(run.warnings)")
    }

    @Test(arguments: [
        ("live", "Callers that use no alias already get the code that failed."),
        ("next", "Alias next does not exist, so all callers already get the code that failed."),
        ("", "This deployment has no alias, so its callers already get the code that failed."),
    ])
    func aFailedTestSaysWhoGetsTheCode(alias: String, told: String) async {
        var bench = Bench()
        bench.inputs["alias"] = alias
        bench.inputs["on-failure"] = "keep"
        bench.plane.setBehaviour(of: "demo", to: .init(payload: Array("{}".utf8), functionError: "Unhandled", log: ""))
        let error = await bench.run().errors.first ?? ""
        #expect(error.contains(told), "\(error)")
        #expect(error.contains("Nothing was published."), "\(error)")
        #expect(error.contains("Alias live points to version 1.") == (alias == "live"), "\(error)")
    }

    @Test func afterAFailureTheNewCodeIsNamedByWhoGetsIt() async {
        var bench = Bench()
        bench.plane.settings.denied = [.publishVersion]
        let run = await bench.run()
        #expect(
            run.errors.first?.contains("Callers that use no alias already get the new code and configuration.") == true)
    }

    @Test(arguments: [#"{"EMPTY":"","FULL":"1"}"#, #"{"EMPTY":"","OTHER":""}"#])
    func anEmptyVariableIsShownAsEmptyAndWarnedAbout(environment: String) async {
        var bench = Bench()
        bench.inputs["environment"] = environment
        let world = bench.world()
        let first = await bench.run(in: world, author: "client")
        #expect(first.log.contains { $0.contains("Environment.EMPTY: not set -> (empty)") }, "\(first.log)")
        #expect(
            first.warnings.filter {
                $0.contains("GitHub replaces a secret or variable that does not exist with nothing")
            }.count == 1)
        #expect(first.output(.plan)?.contains(#"{"after":"","before":null,"name":"Environment.EMPTY"}"#) == true)
        let second = await bench.run(in: world, author: "client")
        #expect(
            !second.warnings.contains {
                $0.contains("GitHub replaces a secret or variable that does not exist with nothing")
            })
    }

    @Test func aNewAliasSaysWhoStillCallsThePlainName() async {
        var bench = Bench()
        bench.inputs["alias"] = "next"
        for use in [ControlPlane.VersionUse.policy, .url] { bench.plane.use("$LATEST", of: "demo", by: use) }
        let run = await bench.run()
        let told = run.warnings.filter { $0.contains("title=demo%3A alias next is new") }
        #expect(told.count == 1, "\(run.warnings)")
        #expect(told.first?.contains("Among them: events.amazonaws.com, the function URL.") == true, "\(told)")
        #expect(
            told.first?.contains("--function-name demo --qualifier next") == true
                && told.first?.contains("demo:next") == true)
    }

    @Test func whoMayNotLookForCallersIsWarnedAllTheSame() async {
        var bench = Bench()
        bench.inputs["alias"] = "next"
        bench.plane.settings.denied = [.getPolicy, .getFunctionUrlConfig, .listEventSourceMappings]
        let run = await bench.run()
        #expect(run.exitCode == 0)
        #expect(
            run.warnings.filter { $0.contains("title=demo%3A alias next is new") && !$0.contains("Among them") }.count
                == 1)
    }

    @Test func nobodyLooksForCallersWhereTheAliasIsThereOrTheFunctionIsNew() async {
        let asked: Set = [ControlPlaneSimulator.Operation.getPolicy, .getFunctionUrlConfig, .listEventSourceMappings]
        var new = Bench()
        new.plane = ControlPlane(settings: .ordinary)
        for (input, value) in [
            "role": "arn:aws:iam::123456789012:role/demo", "handler": "app.handler", "runtime": "python3.13",
        ] {
            new.inputs[input] = value
        }
        for bench in [Bench(), new] {
            let run = await bench.run()
            #expect(run.exitCode == 0)
            #expect(!run.plane.history.requests.contains { $0.operation.map(asked.contains) == true })
        }
    }

    @Test(arguments: ["", "live"])
    func withoutAnAliasItIsSaidOnceWhoGetsTheCode(alias: String) async {
        var bench = Bench()
        bench.inputs["alias"] = alias
        let world = bench.world()
        let sentence = "No alias is set: callers get $LATEST as soon as it is updated"
        let first = await bench.run(in: world, author: "client")
        #expect(first.log.filter { $0.contains(sentence) }.count == (alias.isEmpty ? 1 : 0))
        let second = await bench.run(in: world, author: "client")
        #expect(!second.log.contains { $0.contains(sentence) })
    }

    @Test func theSummaryHasTheChangesTheTimelineAndAWarning() async {
        var bench = Bench()
        bench.plane.makeLastUpdateFailed("demo", .init(code: "InternalError", reason: "It broke."))
        let run = await bench.run()
        #expect(run.summary.contains("### ✅ demo: version 2 is live"), "\(run.summary)")
        #expect(run.summary.contains("| Memory | 128 MB | 256 MB |"))
        #expect(run.summary.contains("| Alias <code>live</code> | version 1 | **version 2**"))
        #expect(run.summary.contains("Published version 2"))
        #expect(run.summary.contains("> [!WARNING]\n> **The last update of the function had failed.**"))
        #expect(!run.summary.contains("s3cretvalue"))
    }

    @Test func aFailedSmokeTestsLogStandsInTheSummary() async {
        var bench = Bench()
        bench.plane.setBehaviour(
            of: "demo", to: .init(payload: Array("{}".utf8), functionError: "Unhandled", log: "what went wrong\n"))
        let run = await bench.run()
        #expect(run.summary.contains("what went wrong"))
    }

    @Test func aMissingFunctionThatCannotBeCreatedNamesTheMissingInputs() async {
        var bench = Bench()
        bench.plane = ControlPlane(settings: .ordinary)
        bench.inputs["role"] = "arn:aws:iam::123456789012:role/demo"
        let run = await bench.run()
        #expect(run.exitCode == 2)
        let titles = run.errors.map { $0.split(separator: "::")[0] }
        #expect(titles == ["error title=demo%3A input handler", "error title=demo%3A input runtime"])
    }

    @Test func theFirstLineSaysWhatIsDone() async {
        let run = await Bench().run()
        let first = run.log.first { !$0.hasPrefix("::") } ?? ""
        #expect(first.hasPrefix("Lockstep \(lockstepVersion): deploy demo in eu-west-1, from "), "\(first)")
    }
}
