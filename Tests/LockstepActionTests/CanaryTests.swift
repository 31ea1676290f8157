import ControlPlaneSimulator
import Engine
import LockstepAction
import Testing
import Worlds

@Suite struct CanaryTests {
    private func shares(_ run: Run) -> [[String: Double]] {
        run.history.revisions.filter { $0.resource == .alias("live") }.compactMap { $0.alias?.weights }
    }

    @Test func aRunThatFindsTheAliasHalfWayGoesOnFromThere() async {
        let run = await Kind.halfShifted.bench().run()
        #expect(run.exitCode == 0)
        #expect(shares(run) == [["2": 0.5], [:]])
    }

    @Test func whereAWSFailsAtEveryShareTheWayOutIsNamed() async {
        var bench = await Kind.canary.bench()
        bench.plane.settings.failsAtWeights = true
        let run = await bench.run()
        #expect(run.exitCode == 1 && run.aliasVersion == "1", "\(run.log)")
        #expect(shares(run).allSatisfy { $0.isEmpty })
        #expect(run.errors.first?.contains("AWS did not take a share of the traffic") == true, "\(run.errors)")
        #expect(run.errors.first?.contains("leave out traffic in that run") == true, "\(run.errors)")
        bench.plane = run.plane
        bench.inputs["traffic"] = nil
        bench.inputs["alarms"] = nil
        #expect(await bench.run().aliasVersion == "2")
    }

    @Test func anAlarmTakesBackTheShareThatAnEarlierRunLeft() async {
        let run = await Kind.halfShifted.bench().run {
            $0.alarm(Fixture.alarm, turns: "ALARM", at: .time(.seconds(5)))
        }
        #expect(run.exitCode == 4)
        #expect(run.aliasVersion == "1")
        #expect(run.demo?.aliases["live"]?.weights == [:])
    }

    @Test func aShareThatIsTakenBackIsToldAlthoughTheAnswerIsLost() async {
        let run = await Kind.halfShifted.bench().run {
            $0.alarm(Fixture.alarm, turns: "ALARM", at: .before(.operation(.describeAlarms, occurrence: 2)))
            $0.inject(.answerLost, on: .operation(.updateAlias, occurrence: 1))
        }
        #expect(run.demo?.aliases["live"]?.weights == [:])
        #expect(run.output(.changed) == "true")
        #expect(run.log.contains("Put alias live back to version 1"))
    }

    /// Nobody saw whether the version that has the share brought it about.
    @Test func anAlarmThatIsOnAlreadyTakesBackTheShareThatAnEarlierRunLeft() async {
        var bench = await Kind.halfShifted.bench()
        bench.meet(.alarmOn)
        let run = await bench.run()
        #expect(run.exitCode == 4 && run.aliasVersion == "1" && shares(run) == [[:]], "\(run.log)")
        #expect(run.errors.first?.contains("An earlier run gave the new version 10% of the traffic") == true)
        bench.plane = run.plane.withoutHistory
        #expect(await bench.run().aliasVersion == "2", "what begins anew may be the cure")
    }

    @Test func aNewAliasThatALookDoesNotShowYetIsNotGone() async {
        var bench = await Kind.canary.bench()
        bench.inputs["alias"] = "next"
        bench.inputs["traffic"] = "10% 3s, 100% 3s"
        let run = await bench.run { $0.inject(.staleSeconds, on: .operation(.getAlias, occurrence: 2)) }
        #expect(run.exitCode == 0 && run.output(.conflicts) == "0", "\(run.log)")
    }

    @Test func aNewAliasThatStaysAwayWasDeleted() async {
        var bench = await Kind.canary.bench()
        bench.inputs["alias"] = "next"
        bench.inputs["traffic"] = "10% 3s, 100% 20s"
        bench.inputs["on-conflict"] = "fail"
        let run = await bench.run {
            $0.rival(.aliasDeleted, function: "demo", alias: "next", at: .before(.operation(.getAlias, occurrence: 2)))
        }
        #expect(run.exitCode == 3 && run.output(.conflicts) == "1", "\(run.log)")
    }

    @Test func aShareThatNoStepNamesIsBegunAnew() async {
        var bench = await Kind.halfShifted.bench()
        bench.plane.setWeights(["2": 0.25], of: "live", function: "demo")
        #expect(shares(await bench.run()) == [["2": 0.1], ["2": 0.5], [:]])
    }

    @Test func anAlarmThatWasOnIsPassedOverUntilItHasBeenOK() async {
        var bench = await Kind.canary.bench()
        bench.meet(.alarmOn)
        #expect(await bench.run().exitCode == 0)
        let again = await bench.run {
            $0.alarm(Fixture.alarm, turns: "OK", at: .time(.seconds(5)))
            $0.alarm(Fixture.alarm, turns: "ALARM", at: .time(.seconds(14)))
        }
        #expect(again.exitCode == 4)
        #expect(again.aliasVersion == "1")
    }

    @Test func anAlarmThatIsDeletedMeanwhileLeavesItBlindAndEndsIt() async {
        let run = await Kind.canary.bench().run {
            $0.alarm(Fixture.alarm, turns: nil, at: .time(.seconds(5)))
        }
        #expect(
            run.errors.first?.contains("the alarms or the alias could not be read: errors of demo is not there") == true
        )
        #expect(run.aliasVersion == "1")
        #expect(run.demo?.aliases["live"]?.weights == [:])
    }

    @Test func withoutThePermissionToSeeTheAlarmsNothingIsWritten() async {
        var bench = await Kind.canary.bench()
        bench.plane.settings.denied = [.describeAlarms]
        let run = await bench.run()
        #expect(run.writes.isEmpty)
        #expect(run.errors.first?.contains("allow cloudwatch:DescribeAlarms") == true)
    }

    /// AWS is out of order just when an alarm comes on.
    @Test(arguments: [(Fault.failed, Operation.updateAlias, 8), (.unavailable, .getAlias, 20)])
    func aShareIsTakenBackEvenIfAWSFailsForAWhile(fault: Fault, operation: Operation, times: Int) async {
        let run = await Kind.canary.bench().run {
            $0.alarm(Fixture.alarm, turns: "ALARM", at: .time(.seconds(5)))
            $0.inject(.failed, on: .operation(.updateAlias, occurrence: 2))
            $0.inject(fault, on: .where { $0.operation == operation && (2...times).contains($0.occurrence) })
        }
        #expect(run.exitCode == 4 && run.warnings.isEmpty, "\(run.warnings)")
        #expect(run.aliasVersion == "1")
        #expect(run.demo?.aliases["live"]?.weights == [:])
    }

    @Test func anAliasThatCannotBePutBackIsToldAsLastSeen() async {
        let run = await Kind.canary.bench().run {
            $0.alarm(Fixture.alarm, turns: "ALARM", at: .time(.seconds(5)))
            $0.inject(.failed, on: .where { $0.operation == .updateAlias && $0.occurrence > 1 })
        }
        let error = run.errors.first ?? ""
        #expect(error.contains("Where the alias points is not known: AWS did not take it in time; when last seen"))
        #expect(error.contains("it pointed to version 1, 10% to 2."), "\(error)")
        #expect(run.duration < .seconds(120))
    }

    @Test(arguments: [1, 3]) func whatSomebodyWritesOnTheAliasMeanwhileStaysWhenItIsPutBack(write: Int) async {
        let run = await Kind.canary.bench().run {
            $0.change(at: .after(.operation(.updateAlias, occurrence: write))) {
                $0.setDescription("theirs", of: "live", function: "demo")
            }
            $0.alarm(Fixture.alarm, turns: "ALARM", at: .time(.seconds(32)))
        }
        #expect(run.exitCode == 4 && run.aliasVersion == "1")
        #expect(run.demo?.aliases["live"]?.description == "theirs")
    }

    @Test func anAliasThatAWSRefusesToPutBackIsToldWithItsReasonAndAsLastSeen() async {
        let run = await Kind.canary.bench().run {
            $0.alarm(Fixture.alarm, turns: "ALARM", at: .time(.seconds(32)))
            $0.change(at: .time(.seconds(30))) { $0.removeVersion("1", of: "demo") }
        }
        let error = run.errors.first ?? ""
        #expect(run.exitCode == 4 && run.aliasVersion == "2")
        #expect(error.contains("Where the alias points is not known: AWS refused UpdateAlias with 404 "), "\(error)")
        #expect(error.contains("; when last seen it pointed to version 2."), "\(error)")
    }
}
