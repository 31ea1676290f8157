import ControlPlaneSimulator
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

    @Test func anAlarmTakesBackTheShareThatAnEarlierRunLeft() async {
        let run = await Kind.halfShifted.bench().run {
            $0.alarm(Fixture.alarm, turns: "ALARM", at: .time(.seconds(5)))
        }
        #expect(run.exitCode == 1)
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
        #expect(again.exitCode == 1)
        #expect(again.aliasVersion == "1")
    }

    @Test func anAlarmThatIsDeletedMeanwhileLeavesItBlindAndEndsIt() async {
        let run = await Kind.canary.bench().run {
            $0.alarm(Fixture.alarm, turns: nil, at: .time(.seconds(5)))
        }
        #expect(run.errors.first?.contains("nobody could see whether all is well: errors of demo is not there") == true)
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
}
