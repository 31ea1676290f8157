import ControlPlaneSimulator
import Testing
import Worlds

/// The quota of calls is the whole account's, so no look is taken that can tell nothing new.
@Suite struct LookTests {
    @Test func anUpdateSeenInProgressIsNotLookedAtAgainAtOnce() async {
        var bench = Bench()
        bench.plane.makeBusy("demo", at: .zero, course: .succeeds(after: .seconds(12)))
        await expectAPause(after: .getFunction, bench)
    }

    @Test func ourOwnUpdateIsNotLookedAtAtOnce() async {
        await expectAPause(after: .updateFunctionCode, Bench())
    }

    @Test func aFunctionThatIsBeingCreatedIsNotLookedAtAtOnce() async {
        await expectAPause(after: .createFunction, await Kind.missing.bench())
    }

    @Test func aVersionThatIsStillPendingIsNotLookedAtAtOnce() async {
        await expectAPause(after: .publishVersion, await Kind.snapStart.bench())
    }

    /// - Parameter operation: whose first answer shows AWS at work.
    private func expectAPause(after operation: Operation, _ bench: Bench) async {
        let run = await bench.run()
        #expect(run.exitCode == 0, "\(run.log)")
        let requests = run.history.requests.drop { $0.operation != operation }.prefix(2)
        #expect(requests.map(\.operation) == [operation, .getFunction])
        #expect(zip(requests, requests.dropFirst()).allSatisfy { $1.at - $0.at > .milliseconds(200) })
    }
}
