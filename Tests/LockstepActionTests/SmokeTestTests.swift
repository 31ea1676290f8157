import ControlPlaneSimulator
import Testing
import Worlds

@testable import LockstepAction

/// Smoke tests by the whole program: several, of a version, with a limit.
@Suite struct SmokeTestTests {
    private static let list = #"""
        [{"name":"one","payload":{"n":1},"expect":{"echo":{"n":1.0},"statusCode":"*"}},
         {"name":"two","payload":{"n":2},"expect-error":"NoSuchOrder"},{"name":"three","payload":{"n":3}}]
        """#

    private static let failsAtTwo = ControlPlane.Behaviour.Exception(
        event: ["n": 2], isOfVersions: false, errorType: "NoSuchOrder", errorMessage: "2")
    private static let failsAsVersion = ControlPlane.Behaviour.Exception(
        event: nil, isOfVersions: true, errorType: "Stale", errorMessage: "not after a restore")

    private func bench(_ inputs: [String: String?] = [:], payload: String = list) -> Bench {
        var bench = Bench()
        bench.inputs["smoke-test-payload"] = payload
        for (name, value) in inputs { bench.inputs[name] = value }
        bench.plane.behave([Self.failsAtTwo])
        return bench
    }

    private func tested(_ run: Run) -> [String] {
        run.history.invocations.map { "\($0.version) \(String(decoding: $0.payload, as: UTF8.self))" }
    }

    @Test func everyTestIsRunInItsOrderAndTold() async {
        let run = await bench().run()
        #expect(run.exitCode == 0, "\(run.log)")
        #expect(tested(run) == (1...3).map { "$LATEST {\"n\":\($0)}" })
        #expect(run.log.contains("Test two: invoking $LATEST"))
        #expect(run.log.contains { $0.hasPrefix("Failed as expected after") })
        #expect(run.summary.contains("| one | &#36;LATEST | passed |"), "\(run.summary)")
        #expect(run.summary.contains("| two | &#36;LATEST | failed as expected |"))
    }

    /// A function that is turned off has a reserved concurrency of 0, which no patience ends.
    @Test func aTestThatFindsNoConcurrencyEndsAndIsToldSo() async {
        var bench = bench()
        bench.plane.settings.reachedLimit = "ReservedFunctionConcurrentInvocationLimitExceeded"
        let run = await bench.run()
        #expect(run.exitCode == 1 && run.aliasVersion == "1")
        #expect(!run.writes.contains(.publishVersion))
        let error = run.errors.first ?? ""
        #expect(
            error.contains("TooManyRequestsException (ReservedFunctionConcurrentInvocationLimitExceeded)"), "\(error)")
        #expect(error.contains("Raise the function's reserved concurrency"))
        #expect(run.duration < .seconds(300), "\(run.duration)")
    }

    @Test func theFirstThatFailsIsTheLast() async {
        var bench = bench()
        bench.plane.behave([])
        let run = await bench.run()
        #expect(run.exitCode == 4)
        #expect(tested(run).count == 2)
        #expect(run.writes == [.updateFunctionCode, .updateFunctionConfiguration])
        #expect(run.errors.first?.contains("The test two of $LATEST failed") == true, "\(run.errors)")
        #expect(run.errors.first?.contains("did not fail") == true)
        #expect(run.summary.contains("| two | &#36;LATEST | failed |"))
    }

    @Test func aVersionIsTestedBeforeTheAliasMoves() async {
        let run = await bench(["smoke-test-target": "version"]).run()
        #expect(run.exitCode == 0, "\(run.log)")
        #expect(tested(run) == (1...3).map { "2 {\"n\":\($0)}" })
        #expect(run.aliasVersion == "2")
    }

    @Test func bothAreTestedIfItIsAsked() async {
        let run = await bench(["smoke-test-target": "both"]).run()
        #expect(tested(run).map { $0.prefix { $0 != " " } } == ["$LATEST", "$LATEST", "$LATEST", "2", "2", "2"])
    }

    @Test func aVersionThatFailsItsTestStaysUnroutedAndIsTestedAgain() async {
        var bench = bench(["smoke-test-target": "version"])
        bench.plane.behave([Self.failsAsVersion])
        let failed = await bench.run()
        #expect(failed.exitCode == 4)
        #expect(failed.aliasVersion == "1")
        let error = failed.errors.first ?? ""
        #expect(error.contains("The test one of version 2 failed"), "\(error)")
        #expect(error.contains("Version 2 was published, and no alias was moved to it"), "\(error)")
        #expect(error.contains("Run again to test once more"), "\(error)")
        #expect(failed.output(.version)?.isEmpty == true)

        bench.plane = failed.plane.withoutHistory
        let again = await bench.run()
        #expect(again.exitCode == 4 && again.aliasVersion == "1" && again.writes.isEmpty)

        bench.plane = again.plane.withoutHistory
        bench.plane.behave([Self.failsAtTwo])
        let mended = await bench.run()
        #expect(mended.exitCode == 0, "\(mended.log)")
        #expect(tested(mended).count == 3 && mended.writes == [.updateAlias] && mended.aliasVersion == "2")
    }

    @Test func withoutAnAliasAVersionThatFailedIsNotTakenForGood() async {
        var bench = bench(["smoke-test-target": "version", "alias": nil, "on-failure": "keep"])
        bench.plane.behave([Self.failsAsVersion])
        bench.plane = await bench.run().plane.withoutHistory
        let again = await bench.run()
        #expect(again.exitCode == 4 && again.writes.isEmpty)
        #expect(again.errors.first?.contains("of version 2 failed") == true)
    }

    @Test(arguments: [("latest", 1), ("version", 0), ("both", 0)])
    func aSnapshotThatIsNotTestedIsWarnedOf(target: String, warnings: Int) async {
        let snap = ["smoke-test-target": target, "snap-start": #"{"ApplyOn":"PublishedVersions"}"#]
        let run = await bench(snap).run()
        #expect(run.exitCode == 0)
        #expect(run.warnings.count { $0.contains("does not see the snapshot") } == warnings)
    }

    @Test func aTestWithoutAnAnswerInItsTimeFailsTheDeployment() async {
        let run = await bench(["smoke-test-timeout": "2"]).run {
            $0.inject(.slow, on: .operation(.invoke, occurrence: 1))
        }
        #expect(run.exitCode == 4)
        #expect(run.errors.first?.contains("no answer within 2 s") == true, "\(run.errors)")
        #expect(run.history.invocations.count == 1 && run.duration < .seconds(20))
        #expect(run.summary.contains("| one | &#36;LATEST | no answer | 2 s |"))
    }

    @Test func aTestWithLittleTimeMayBeThrottledAndLost() async {
        let run = await bench(["smoke-test-timeout": "1"]).run {
            $0.inject(.throttledRetryAfter, on: .operation(.invoke, occurrence: 1))
            $0.inject(.answerLost, on: .operation(.invoke, occurrence: 3))
        }
        #expect(run.exitCode == 0, "\(run.log)")
    }

    @Test func anIdleFunctionIsWokenByTheFirstTest() async {
        var bench = bench()
        bench.plane = await bench.run().plane.withoutHistory
        bench.plane.makeInactive("demo")
        bench.inputs["publish"] = "false"
        bench.inputs["alias"] = nil
        let run = await bench.run()
        #expect(run.exitCode == 0, "\(run.log)")
        #expect(tested(run).count == 3)
    }

    /// Somebody's code was there when the second test ran, and is gone again when the third is.
    @Test func whatPassedOnOtherCodeHasToPassAgain() async {
        let bench = bench(["memory-size": nil, "environment": nil])
        let run = await bench.run {
            $0.rival(.codeAndBack, function: "demo", alias: "live", at: .after(.operation(.invoke, occurrence: 1)))
            $0.inject(.throttledRetryAfter, on: .operation(.invoke, occurrence: 2))
            $0.inject(.answerLost, on: .operation(.invoke, occurrence: 4))
        }
        #expect(run.exitCode == 0, "\(run.log)")
        let good = run.history.invocations.filter { $0.codeSha256 == Fixture.digest }
        let others = run.history.invocations.filter { $0.codeSha256 != Fixture.digest }
        #expect(!others.isEmpty, "nothing ran on the other code")
        let second = Array(#"{"n":2}"#.utf8)
        #expect(good.contains { $0.payload == second }, "the second test never ran on the code that is published")
    }

    @Test func aSecretThatAWSHasCutThroughIsNotShown() async {
        var bench = bench(payload: "1")
        let rest = String(repeating: "x", count: 4090 - "etvalue\n".utf8.count) + "\nlast\n"
        bench.plane.setBehaviour(
            of: "demo", to: .init(payload: nil, functionError: "Unhandled", log: "TOKEN s3cretvalue\n" + rest))
        let run = await bench.run()
        #expect(run.exitCode == 4 && run.log.contains("| last"), "\(run.log)")
        #expect(!(run.log + run.files.values).contains { $0.contains("etvalue") && !$0.hasPrefix("::add-mask::") })
    }

    @Test func aSecretWithSomethingInvisibleInItIsNotShownInTheSummary() async {
        var bench = bench(payload: "1")
        bench.plane.setBehaviour(
            of: "demo", to: .init(payload: nil, functionError: "Unhandled", log: "TOKEN s3cret\u{200B}value.\n"))
        let run = await bench.run()
        #expect(run.summary.contains("TOKEN ***."), "\(run.summary)")
        #expect(!run.summary.contains("s3cretvalue"))
    }

    @Test func aSecretAcrossTheCutOfALongAnswerIsNotShown() async {
        for place in 1960...2000 {
            var bench = bench(payload: "1")
            let answer =
                String(repeating: "x", count: place) + "s3cretvalue" + String(repeating: "y", count: 9000)
            bench.plane.setBehaviour(
                of: "demo", to: .init(payload: Array(answer.utf8), functionError: "Unhandled", log: ""))
            let run = await bench.run()
            #expect(!(run.log + run.files.values).contains { $0.contains("xs3") && !$0.hasPrefix("::add-mask::") })
        }
    }
}

extension ControlPlane {
    fileprivate mutating func behave(_ exceptions: [Behaviour.Exception]) {
        var behaviour = Behaviour.echo
        behaviour.exceptions = exceptions
        setBehaviour(of: "demo", to: behaviour)
    }
}
