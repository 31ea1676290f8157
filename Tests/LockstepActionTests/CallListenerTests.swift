import ControlPlaneSimulator
import Testing
import Worlds

@testable import LockstepAction

/// What is told of the calls themselves.
@Suite struct CallListenerTests {
    private func told(_ run: Run, _ words: String) -> Int { run.log.count { $0.contains(words) } }

    @Test func aThrottleIsToldOnce() async {
        let run = await Bench().run { world in
            for number in [1, 4, 7] { world.inject(.throttledRetryAfter, on: .number(number)) }
        }
        #expect(run.exitCode == 0, "\(run.log)")
        #expect(told(run, "AWS throttles this account's calls (GetFunction: 429 ") == 1, "\(run.log)")
        #expect(told(run, "AWS throttles") == 1 && run.log.contains { $0.contains("retrying after 3") })
    }

    @Test func eachKindOfTroubleIsToldOnce() async {
        let run = await Bench().run { world in
            for number in 2...5 { world.inject(.notSent, on: .number(number)) }
            world.inject(.unavailable, on: .number(6))
            world.inject(.throttled, on: .number(7))
        }
        for words in ["could not be sent (", "got no usable answer (", "AWS throttles"] {
            #expect(told(run, words) == 1, "\(words): \(run.log)")
        }
    }

    @Test func whatIsSentAgainAtOnceIsNoNews() async {
        let run = await Bench().run { $0.inject(.notSent, on: .number(2)) }
        #expect(run.exitCode == 0 && told(run, "could not be sent") == 0, "\(run.log)")
    }

    @Test func withDebugLoggingEachCallIsALine() async {
        var bench = Bench()
        bench.variables["RUNNER_DEBUG"] = "1"
        let run = await bench.run { $0.inject(.throttled, on: .number(1)) }
        let lines = run.log.filter { $0.hasPrefix("::debug::") }
        #expect(lines.count == run.world.sent.count, "\(lines)")
        #expect(lines.first?.contains("GetFunction: 429 TooManyRequestsException in ") == true, "\(lines)")
        #expect(
            lines.first?.contains("; again after ") == true
                && lines.contains { $0.contains("UpdateAlias: 200 (request ") })
        #expect(!lines.contains { $0.contains("s3cretvalue") || $0.contains("the-secret-key") })
        bench.variables["RUNNER_DEBUG"] = "0"
        #expect(await told(bench.run(), "::debug::") == 0)
    }
}

/// Where and as whom a function was looked for that is not there.
@Suite struct PlaceTests {
    private var bench: Bench {
        var bench = Bench()
        bench.plane = ControlPlane(settings: .ordinary)
        return bench
    }

    private func asked(_ run: Run) -> Int { run.world.sent.count { $0.operation == .getCallerIdentity } }

    @Test func isToldWhereThereIsNoSuchFunction() async {
        let run = await bench.run()
        let error = run.errors.first ?? ""
        #expect(run.exitCode == 1 && run.errors.count == 1 && asked(run) == 1)
        #expect(error.contains("looked for in eu-west-1, account 123456789012, as user/client."), "\(error)")
    }

    @Test(arguments: [Fault.notSent, .slow, .failed, .garbage, .throttled]) func isNoReasonToFailOtherwise(fault: Fault)
        async
    {
        let run = await bench.run { world in
            world.inject(fault, on: .operation(.getCallerIdentity, occurrence: 1))
        }
        #expect(run.exitCode == 1 && asked(run) == 1 && run.duration < .seconds(4), "\(run.duration)")
        #expect(run.errors.count == 1 && run.errors[0].contains("looked for in eu-west-1."), "\(run.errors)")
    }

    @Test func isNotAskedForWhereItExplainsNothing() async {
        #expect(await asked(Bench().run()) == 0)
        var failing = Bench()
        failing.meet(.testUnexpected)
        #expect(await asked(failing.run()) == 0)
        var elsewhere = bench
        elsewhere.variables["AWS_ENDPOINT_URL_LAMBDA"] = "http://localhost:8787"
        let run = await elsewhere.run()
        #expect(asked(run) == 0 && run.errors.first?.contains("looked for in eu-west-1.") == true, "\(run.errors)")
    }
}
