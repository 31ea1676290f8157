import ControlPlaneSimulator
import Testing
import Worlds

@testable import LockstepAction

/// A run that is stopped at any moment ends soon, in a state that it names.
@Suite struct CancellationTests {
    private func run(_ bench: Bench, stoppedAt time: Duration, _ prepare: (SimulatedWorld) -> Void = { _ in }) async
        -> Run
    {
        let world = bench.world()
        prepare(world)
        return await bench.run(in: world, author: "client", cancelledAt: time)
    }

    private func check(_ run: Run, stoppedAt time: Duration) {
        #expect(run.history.blindWrites(by: "client").isEmpty)
        guard run.exitCode != 0 else { return #expect(run.aliasVersion == "2") }
        #expect(run.duration - time < .seconds(5), "stopped at \(time)")
        #expect(run.errors.count == 1)
        #expect(run.errors.first?.contains("The run was cancelled") == true)
        #expect(run.output(.outcome) == "failed")
        #expect(!run.summary.isEmpty)
        #expect(run.output(.codeChanged) == "\(run.writes.contains(.updateFunctionCode))", "stopped at \(time)")
    }

    @Test(arguments: [Fault.answerLost, .requestLost, .failedButDone, .slow])
    func anAliasWriteWithoutAnAnswerIsUndoneOrItsOutcomeIsSaidToBeUnknown(fault: Fault) async {
        let bench = Bench()
        let write = await bench.run().world.sent.first { $0.operation == .updateAlias }
        guard let write else {
            Issue.record("the alias was not moved")
            return
        }
        for later in [nil, Fault.staleRevision, .staleSeconds, .answerLost, .slow, .notSent] {
            let time = write.at + .milliseconds(100)
            let run = await run(bench, stoppedAt: time) { world in
                world.inject(fault, on: .number(write.number))
                guard let later else { return }
                world.inject(later, on: .where { $0.number > write.number && $0.operation != .updateAlias })
            }
            check(run, stoppedAt: time)
            let error = run.errors.first ?? ""
            let isNamed = error.contains("Alias live points to version \(run.aliasVersion ?? "").")
            #expect(
                isNamed || error.contains("Where the alias points is not known"),
                "\(fault), then \(later.map(\.rawValue) ?? "nothing"): \(error)")
            if later == nil { #expect(run.aliasVersion == "1") }
        }
    }
}
