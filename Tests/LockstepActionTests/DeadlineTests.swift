import ControlPlaneSimulator
import LockstepAction
import Testing
import Worlds

/// A run that has a deadline keeps it, in a state that it names.
@Suite struct DeadlineTests {
    private func run(_ kind: Kind, stoppedAfter milliseconds: Int) async -> Run {
        var bench = await kind.bench()
        bench.stopWork(after: .milliseconds(milliseconds))
        return await bench.run()
    }

    private func time(of operation: ControlPlaneSimulator.Operation, in kind: Kind) async -> Int {
        let sent = await kind.bench().run().world.sent.first { $0.operation == operation }
        return sent.map { Int($0.at / .milliseconds(1)) } ?? 0
    }

    @Test func beforeTheFirstWriteNothingIsChangedAndTheMessageSaysSo() async {
        let run = await run(.existing, stoppedAfter: 15)
        #expect(run.exitCode == 1 && run.writes.isEmpty)
        #expect(run.errors.count == 1 && run.output(.outcome) == "failed")
        let error = run.errors.first ?? ""
        #expect(error.contains("title=demo%3A the deadline was reached"), "\(error)")
        #expect(error.contains("stopped 10 s before its deadline of 86400 s"), "\(error)")
        #expect(error.contains("Nothing had been changed yet."), "\(error)")
    }

    @Test func afterAWriteItSaysWhatStands() async {
        let run = await run(.existing, stoppedAfter: await time(of: .updateFunctionCode, in: .existing) + 500)
        let error = run.errors.first ?? ""
        #expect(run.exitCode == 1 && run.aliasVersion == "1" && !run.writes.contains(.publishVersion))
        #expect(!error.contains("Nothing had been changed") && error.contains("$LATEST now: the new code"), "\(error)")
    }

    @Test func aShareIsTakenBack() async {
        let run = await run(.canary, stoppedAfter: await time(of: .updateAlias, in: .canary) + 7000)
        #expect(run.exitCode == 1 && run.aliasVersion == "1" && run.demo?.aliases["live"]?.weights == [:])
        #expect(run.errors.first?.contains("Alias live points to version 1.") == true, "\(run.errors)")
        #expect(run.log.contains { $0.contains("The deadline is near") })
    }

    /// The upload, the test and CodeDeploy's deployment are under way.
    @Test(arguments: [
        (Kind.uploadedInParts, ControlPlaneSimulator.Operation.uploadPart), (.existing, .invoke),
        (.codeDeploy, .createDeployment), (.existing, .publishVersion), (.existing, .updateAlias),
        (.rollback, .updateAlias),
    ])
    func whateverIsUnderWayEnds(kind: Kind, operation: ControlPlaneSimulator.Operation) async {
        let time = await time(of: operation, in: kind)
        let run = await run(kind, stoppedAfter: time + 15)
        #expect(run.world.clock.elapsed() < .milliseconds(time + 15) + .seconds(10))
        guard run.exitCode != 0 else { return #expect(operation == .updateAlias) }
        #expect(run.errors.first?.contains("the deadline was reached") == true, "\(run.errors)")
    }

    @Test func aRivalIsNotWaitedForLonger() async {
        var bench = Bench()
        bench.inputs["deadline"] = "40"
        bench.inputs["wait-timeout"] = "86400"
        bench.plane.makeBusy("demo", at: .zero, course: .neverEnds)
        let run = await bench.run()
        #expect(run.duration <= .seconds(40) && run.duration >= .seconds(30))
        #expect(run.errors.first?.contains("stopped 10 s before its deadline of 40 s") == true)
        #expect(run.log.contains { $0.hasSuffix("s left until the deadline") && $0.contains("of at most 86400 s, ") })
    }

    @Test func oldVersionsThatAreNotDeletedInTimeDoNotUndoTheRelease() async {
        let run = await run(.pruning, stoppedAfter: await time(of: .deleteFunction, in: .pruning) + 5)
        #expect(run.exitCode == 0 && run.output(.outcome) == "deployed")
        #expect(
            run.warnings.contains { $0.contains("The run was stopped 10 s before its deadline") }, "\(run.warnings)")
    }

    @Test func aPlanKeepsItToo() async {
        var bench = Bench()
        bench.inputs["mode"] = "plan"
        bench.stopWork(after: .milliseconds(30))
        let run = await bench.run()
        #expect(run.exitCode == 1 && run.errors.first?.contains("the deadline was reached") == true)
    }

    @Test func withoutOneNothingIsSaidOfIt() async {
        #expect(await Bench().run().log.allSatisfy { !$0.contains("deadline") })
    }
}

/// Keys that end while traffic goes over.
@Suite struct ExpiredKeysTests {
    private func run() async -> Run {
        var bench = await Kind.canary.bench()
        bench.plane.settings.keysExpire = .seconds(15)
        return await bench.run()
    }

    @Test func endAWatchAtOnceWithTheShareThatStandsAndTheCommandThatPutsItBack() async {
        let run = await run()
        let error = run.errors.first ?? ""
        #expect(run.exitCode == 1 && run.duration < .seconds(30), "\(run.duration)")
        #expect(error.contains("the AWS credentials have expired"), "\(error)")
        #expect(error.contains("It was last known to be at version 1, 10% to 2."), "\(error)")
        #expect(
            error.contains(
                "To put it back to version 1: aws lambda update-alias --region eu-west-1 --function-name demo --name live "
                    + #"--function-version '1' --routing-config '{"AdditionalVersionWeights":{}}'"#), "\(error)")
    }

    @Test func stepsThatOutlastThemAreWarnedOfAtTheStart() async {
        var bench = await Kind.canary.bench()
        // The bench's day is 2025-10-09, 08:53:20.
        for (expiry, isWarned) in [
            ("2025-10-09T08:53:30Z", true), ("\"2025-10-09T08:53:30.000Z\"", true), ("2025-10-09T08:53:30+00:00", true),
            ("2025-10-09T09:53:30Z", false), ("soon", false), ("", false),
        ] {
            bench.variables["AWS_CREDENTIAL_EXPIRATION"] = expiry
            let warnings = await bench.run().warnings
            #expect(warnings.contains { $0.contains("credentials expire in 10") } == isWarned, "\(expiry): \(warnings)")
        }
    }
}
