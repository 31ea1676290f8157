import ControlPlaneSimulator
import Testing
import Worlds

@testable import LockstepAction

@Suite struct JourneyTests {
    @Test func anExistingFunctionIsDeployedInOrder() async {
        let run = await Bench().run()
        #expect(run.exitCode == 0, "\(run.log)")
        #expect(
            run.writes == [.updateFunctionCode, .updateFunctionConfiguration, .publishVersion, .updateAlias])
        #expect(run.aliasVersion == "2")
        #expect(run.output(.version) == "2")
        #expect(run.output(.previousVersion) == "1")
        #expect(run.output(.outcome) == "deployed")
        #expect(run.output(.codeSha256) == Fixture.digest)
        #expect(run.output(.versionArn)?.hasSuffix("function:demo:2") == true)
        #expect(run.output(.aliasArn)?.hasSuffix("function:demo:live") == true)
        #expect(run.history.blindWrites(by: "client").isEmpty)
        #expect(run.history.requests.count { $0.operation != .getFunction } <= 12)
    }

    @Test func theSecondRunWritesNothing() async {
        var bench = Bench()
        bench.plane = await bench.run().plane
        let second = await bench.run()
        #expect(second.exitCode == 0)
        #expect(second.output(.outcome) == "unchanged")
        #expect(second.output(.version) == "2")
        #expect(second.output(.changed) == "false")
        #expect(second.history.writes(by: "client").count == 4)
    }

    @Test func aRunThatOnlyTagsSaysThatItDid() async {
        var bench = Bench()
        bench.plane = await bench.run().plane.withoutHistory
        bench.inputs["tags"] = #"{"team":"blue"}"#
        let run = await bench.run()
        #expect(run.writes == [.tagResource], "\(run.log)")
        #expect(run.output(.changed) == "true")
        #expect(run.output(.codeChanged) == "false")
        #expect(run.output(.configurationChanged) == "false")
        #expect(run.output(.outcome) == "deployed")
    }

    @Test func withoutAnAliasTheSecondRunFindsTheNewestVersion() async {
        var bench = Bench()
        bench.inputs["alias"] = nil
        bench.plane = await bench.run().plane
        let second = await bench.run()
        #expect(second.output(.version) == "2")
        #expect(second.output(.outcome) == "unchanged")
        #expect(second.history.writes(by: "client").count == 3)
    }

    @Test func aMissingFunctionIsCreated() async {
        var bench = Bench()
        bench.plane = ControlPlane(settings: .ordinary)
        bench.inputs["role"] = "arn:aws:iam::123456789012:role/demo"
        bench.inputs["handler"] = "app.handler"
        bench.inputs["runtime"] = "python3.13"
        let run = await bench.run()
        #expect(run.exitCode == 0, "\(run.log)")
        #expect(run.writes == [.createFunction, .publishVersion, .createAlias])
        #expect(run.output(.version) == "1")
        #expect(run.aliasVersion == "1")
        #expect(run.history.blindWrites(by: "client").isEmpty)
    }

    @Test func aMissingFunctionWithoutARoleIsAnError() async {
        var bench = Bench()
        bench.plane = ControlPlane(settings: .ordinary)
        let run = await bench.run()
        #expect(run.exitCode == 1)
        #expect(run.writes.isEmpty)
        #expect(run.errors.first?.contains("There is no function demo") == true)
    }

    @Test func anUpdateInProgressIsWaitedFor() async {
        var bench = Bench()
        bench.plane.makeBusy("demo", at: .zero, course: .succeeds(after: .seconds(12)))
        let run = await bench.run()
        #expect(run.exitCode == 0)
        #expect(run.history.blindWrites(by: "client").isEmpty)
        #expect(run.log.contains("Waiting for an update that was already in progress"))
        #expect(run.log.contains("Ready after 12 s") || run.log.contains { $0.hasPrefix("Ready after 1") })
    }

    @Test func anUpdateThatNeverEndsStopsAtTheTimeOutAndNamesTheLastState() async {
        var bench = Bench()
        bench.plane.makeBusy("demo", at: .zero, course: .neverEnds)
        bench.inputs["wait-timeout"] = "60"
        let run = await bench.run()
        #expect(run.exitCode == 1)
        #expect(run.writes.isEmpty)
        #expect(run.duration >= .seconds(60) && run.duration < .seconds(62))
        #expect(run.errors.first?.contains("State: Active, LastUpdateStatus: InProgress") == true)
        #expect(run.history.requests.count < 60)
    }

    @Test func attemptingAfterATimeOutIsRefusedByAWSAndEndsAllTheSame() async {
        var bench = Bench()
        bench.plane.makeBusy("demo", at: .zero, course: .neverEnds)
        bench.inputs["wait-timeout"] = "60"
        bench.inputs["on-wait-timeout"] = "attempt"
        let run = await bench.run()
        #expect(run.exitCode == 1)
        #expect(run.writes.isEmpty)
        #expect(run.warnings.first?.contains("attempting anyway") == true)
        #expect(run.duration < .seconds(200))
    }

    @Test func aFailedUpdateIsCuredByOurs() async {
        var bench = Bench()
        bench.plane = await bench.run().plane
        bench.plane.makeLastUpdateFailed("demo", ControlPlane.Failure(code: "InternalError", reason: "It broke"))
        let run = await bench.run()
        #expect(run.exitCode == 0, "\(run.log)")
        #expect(run.warnings.contains { $0.contains("It broke") })
        #expect(run.demo?.latest.lastUpdate?.value == "Successful")
    }

    @Test func aFailedCreationIsHopeless() async {
        var bench = Bench()
        bench.plane.makeFailed("demo", ControlPlane.Failure(code: "InvalidSubnet", reason: "No such subnet"))
        let run = await bench.run()
        #expect(run.exitCode == 1)
        #expect(run.writes.isEmpty)
        #expect(run.errors.first?.contains("No such subnet") == true)
    }

    @Test func anIdleFunctionIsDeployedTo() async {
        var bench = Bench()
        bench.plane.makeInactive("demo")
        let run = await bench.run()
        #expect(run.exitCode == 0, "\(run.log)")
        #expect(run.aliasVersion == "2")
    }

    @Test func anUpdateThatFailsIsToldWithAWSsReasonAndPublishesNothing() async {
        var settings = ControlPlane.Settings.ordinary
        settings.codeUpdate = .fails(after: .seconds(3), code: "InvalidZipFileException", reason: "Cannot unpack")
        var bench = Bench()
        bench.plane = .withDemo(settings)
        let run = await bench.run()
        #expect(run.exitCode == 1)
        #expect(run.writes == [.updateFunctionCode])
        #expect(run.aliasVersion == "1")
        #expect(run.errors.first?.contains("Cannot unpack") == true)
    }

    @Test func aSnapStartVersionIsWaitedForBeforeTheAliasMoves() async {
        var bench = Bench()
        bench.inputs["snap-start"] = #"{"ApplyOn":"PublishedVersions"}"#
        let run = await bench.run()
        #expect(run.exitCode == 0, "\(run.log)")
        #expect(run.duration > .seconds(60))
        let moves = run.history.revisions.filter { $0.resource == .alias("live") && $0.author == "client" }
        #expect(moves.map(\.aliasedState) == ["Active"])
    }

    @Test func aVersionThatFailsIsNeverRoutedTo() async {
        var settings = ControlPlane.Settings.ordinary
        settings.snapStart = .fails(after: .seconds(20), code: "FunctionError", reason: "Init failed")
        var bench = Bench()
        bench.plane = .withDemo(settings)
        bench.inputs["snap-start"] = #"{"ApplyOn":"PublishedVersions"}"#
        let run = await bench.run()
        #expect(run.exitCode == 1)
        #expect(run.aliasVersion == "1")
        #expect(run.errors.first?.contains("Init failed") == true)
        #expect(run.output(.version)?.isEmpty == true)
    }

    @Test func staleWeightsAreClearedWhenTheAliasMoves() async {
        var bench = Bench()
        bench.plane.setWeights(["1": 0.1], of: "live", function: "demo")
        let run = await bench.run()
        #expect(run.exitCode == 0)
        #expect(run.demo?.aliases["live"]?.weights.isEmpty == true)
    }

    @Test func noSecretIsEverShown() async {
        var plane = ControlPlane.withDemo(.ordinary)
        plane.setBehaviour(
            of: "demo",
            to: .init(payload: Array(#"{"statusCode":500}"#.utf8), functionError: nil, log: "TOKEN=s3cretvalue\n"))
        var bench = Bench()
        bench.plane = plane
        let run = await bench.run()
        #expect(run.exitCode == 4)
        #expect(run.log.contains { $0.contains("TOKEN=***") }, "the function's log is not shown at all")
        let shown = run.log.filter { !$0.hasPrefix("::add-mask::") } + Array(run.files.values)
        #expect(!shown.contains { $0.contains("s3cretvalue") || $0.contains("the-secret-key") })
        #expect(run.log.filter { $0.hasPrefix("::add-mask::") } == ["::add-mask::the-secret-key"])
    }

    @Test func whatAFunctionPrintsIsNoCommand() async {
        var bench = Bench()
        bench.plane.setBehaviour(
            of: "demo",
            to: .init(
                payload: Array("\"x\"".utf8), functionError: "Unhandled",
                log: "::set-output name=a::b\nx ##[add-mask]y\r::stop-commands::z\n"))
        let run = await bench.run()
        #expect(run.exitCode == 4)
        #expect(run.aliasVersion == "1")
        let foreign = ["set-output", "add-mask]", "stop-commands"]
        for text in foreign {
            let lines = run.log.filter { $0.contains(text) }
            #expect(!lines.isEmpty, "\(text) is not shown at all")
            #expect(lines.allSatisfy { !$0.hasPrefix("::") && !$0.contains("##[") }, "\(lines)")
        }
    }

    @Test func aCancelledWaitEndsAtOnceWithTheStateNamed() async {
        var bench = Bench()
        bench.plane.makeBusy("demo", at: .zero, course: .neverEnds)
        let run = await bench.run(in: bench.world(), author: "client", cancelledAt: .seconds(30))
        #expect(run.exitCode == 130)
        #expect(run.duration < .seconds(35))
        #expect(run.errors.first?.contains("LastUpdateStatus: InProgress") == true)
        #expect(run.output(.outcome) == "failed")
        #expect(!run.summary.isEmpty)
    }

    /// What PublishVersion has just answered may not be found yet where aliases are written.
    @Test(arguments: [Kind.existing, .canary, .missing]) func aNewVersionIsFoundALittleLater(kind: Kind) async {
        var bench = await kind.bench()
        bench.meet(.versionsLag)
        let run = await bench.run()
        #expect(run.exitCode == 0 && run.output(.conflicts) == "0", "\(run.log)")
        #expect(run.warnings.allSatisfy { $0.contains("title=demo%3A alias live is new") }, "\(run.warnings)")
        bench.plane.settings.versionLag = .seconds(3600)
        let late = await bench.run()
        #expect(late.exitCode == 1 && (kind == .missing || late.duration < .seconds(60)), "\(late.duration)")
    }
}
