import ControlPlaneSimulator
import HTTP
import Testing
import Worlds

@testable import LockstepAction

/// Versions that have failed once, and such as Lambda has put to sleep.
@Suite struct SleepingVersionTests {
    @Test func aVersionThatHasFailedIsPublishedAnewOnce() async {
        let run = await Kind.failedOnce.bench().run()
        #expect(run.exitCode == 0 && run.aliasVersion == "3", "\(run.log)")
        #expect(run.output(.version) == "3" && run.output(.codeChanged) == "true")
        #expect(
            run.warnings.contains { $0.contains("version 2 had failed") && $0.contains("Not today") }, "\(run.warnings)"
        )
        #expect(run.writes.filter { $0 == .updateFunctionCode }.count == 1)
    }

    /// The same code cannot tell whether it arrived, and the revision was moved by somebody else's tags.
    @Test func theCodeThatNeverArrivedIsSentAgain() async {
        let run = await Kind.failedOnce.bench().run {
            $0.inject(.requestLost, on: .operation(.updateFunctionCode, occurrence: 1))
            $0.rival(
                .tags, function: "demo", alias: "live",
                at: .after(.operation(.updateFunctionCode, occurrence: 1)))
        }
        #expect(run.exitCode == 0 && run.aliasVersion == "3", "\(run.log)")
        #expect(run.warnings.filter { $0.contains("had failed") }.count == 1)
    }

    @Test func whatFailsAgainIsNotPublishedOnAndOn() async {
        var bench = await Kind.failedOnce.bench()
        bench.meet(.snapStartFails)
        let run = await bench.run()
        #expect(run.exitCode == 1 && run.demo?.versions.count == 3, "\(run.log)")
        #expect(run.writes.filter { $0 == .updateFunctionCode }.count == 1)
    }

    private func sleeping(_ kind: Kind = .sleepingRollback, _ inputs: [String: String] = [:]) async -> Bench {
        var bench = await kind.bench()
        bench.plane.settings.awakening = .succeeds(after: .seconds(60))
        bench.inputs.merge(inputs) { _, new in new }
        return bench
    }

    private func calls(_ run: Run) -> [History.Request] { run.history.requests.filter { $0.operation == .invoke } }

    @Test(arguments: [Kind.sleepingRollback, .sleepingReuse])
    func itIsWokenAndTestedBeforeItGetsTraffic(kind: Kind) async {
        let run = await sleeping(kind, ["smoke-test-payload": #"{"ping":1}"#]).run()
        #expect(run.exitCode == 0 && run.aliasVersion == "2", "\(run.log)")
        #expect(
            run.log.contains(
                "Version 2 is inactive because it has not been called for a long time: waking it with a call"))
        let statuses = calls(run).map(\.status)
        #expect(statuses == [kind == .sleepingRollback ? 409 : 502, 200], "one call to wake it, and the test")
        let moved = run.history.revisions.last { $0.resource == .alias("live") }
        #expect(moved?.aliasedState == "Active")
    }

    @Test func withoutATestItIsCalledWithAnEmptyEvent() async {
        let run = await sleeping().run()
        #expect(run.exitCode == 0 && run.aliasVersion == "2")
        #expect(calls(run).map(\.status) == [409])
        #expect(run.history.invocations.isEmpty, "a call that wakes it runs nothing")
    }

    @Test func whoMayNotCallItMovesTheAliasWithAWarning() async {
        var bench = await sleeping()
        bench.plane.settings.denied.insert(.invoke)
        let run = await bench.run()
        #expect(run.exitCode == 0 && run.aliasVersion == "2" && run.duration < .seconds(2), "\(run.log)")
        #expect(
            run.warnings.contains {
                $0.contains("version 2 may be asleep") && $0.contains("allow lambda:InvokeFunction")
            })
    }

    @Test func whatTakesTooLongIsLeftOrNotAsTheInputsSay() async {
        var bench = await sleeping(.sleepingRollback, ["wait-timeout": "20"])
        let failed = await bench.run()
        #expect(failed.exitCode == 1 && failed.aliasVersion == "3", "\(failed.log)")
        #expect(failed.errors.first?.contains("waiting for version 2 to wake up") == true, "\(failed.errors)")
        bench.inputs["on-wait-timeout"] = "attempt"
        let left = await bench.run()
        #expect(left.exitCode == 0 && left.aliasVersion == "2", "\(left.log)")
        #expect(left.warnings.contains { $0.contains("Its first calls may fail until it is awake") })
    }

    @Test func whatServesAlreadyIsLeftAsleep() async {
        var bench = await Kind.unchanged.bench()
        bench.meet(.asleep)
        let run = await bench.run()
        #expect(run.output(.outcome) == "unchanged" && calls(run).isEmpty, "\(run.log)")
    }

    /// AWS says no, and would again: a broken version is not to stay for that.
    @Test func whatCannotBeCalledIsMovedToWithAWSsWords() async {
        var bench = await sleeping()
        bench.wire = { RefusingTransport(next: $0) }
        let run = await bench.run()
        #expect(run.exitCode == 0 && run.aliasVersion == "2" && run.duration < .seconds(2), "\(run.log)")
        #expect(run.warnings.contains { $0.contains("400 InvalidParameterValueException: Not this one.") })
    }

    @Test func whatRunsLongerThanACallIsNotCalled() async {
        var bench = await sleeping()
        bench.plane.use("2", of: "demo", by: .durableExecution)
        let run = await bench.run()
        #expect(run.exitCode == 0 && run.aliasVersion == "2" && calls(run).isEmpty, "\(run.log)")
        #expect(run.warnings.contains { $0.contains("may run for 3600 s") }, "\(run.warnings)")
    }

    @Test func whatFailsWhenItIsWokenWasNotPublishedByThisRun() async {
        var bench = await sleeping()
        bench.plane.settings.awakening = .fails(after: .seconds(2), code: "FunctionError", reason: "Too old")
        let run = await bench.run()
        #expect(run.exitCode == 1 && run.aliasVersion == "3", "\(run.log)")
        #expect(run.errors.first?.contains("The existing version 2 cannot be started: FunctionError: Too old.") == true)
    }

    @Test func aCallThatIsLostIsMadeAgain() async {
        let run = await sleeping().run { $0.inject(.requestLost, on: .operation(.invoke, occurrence: 1)) }
        #expect(run.exitCode == 0 && run.aliasVersion == "2", "\(run.log)")
    }
}

/// A control plane that refuses every call of a function.
private struct RefusingTransport: HTTPTransport {
    let next: any HTTPTransport

    func send(_ request: HTTPRequest) async throws(HTTPFailure) -> HTTPResponse {
        guard request.path.hasSuffix("/invocations") else { return try await next.send(request) }
        return HTTPResponse(
            status: 400,
            headers: HTTPHeaders([.init(name: "x-amzn-errortype", value: "InvalidParameterValueException")]),
            body: Array(#"{"Type":"User","message":"Not this one."}"#.utf8))
    }
}
