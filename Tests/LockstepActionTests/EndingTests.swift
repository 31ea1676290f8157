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
        #expect(run.exitCode == 1)
        let error = run.errors.first ?? ""
        #expect(error.contains("$LATEST now: State: Active, LastUpdateStatus: Successful"), "\(error)")
        #expect(error.contains("Alias live points to version"), "\(error)")
        #expect(error.contains("Somebody else changed it once"), "\(error)")
    }

    @Test func theSummaryHasTheChangesTheTimelineAndAWarning() async {
        var bench = Bench()
        bench.plane.makeLastUpdateFailed("demo", .init(code: "InternalError", reason: "It broke."))
        let run = await bench.run()
        #expect(run.summary.contains("### Lockstep: demo deployed"), "\(run.summary)")
        #expect(run.summary.contains("| MemorySize | 128 | 256 |"))
        #expect(run.summary.contains("| Alias live | 1 | 2 |"))
        #expect(run.summary.contains("Published version 2"))
        #expect(run.summary.contains("Warning: The last update of the function had failed"))
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
        #expect(run.exitCode == 1)
        let titles = run.errors.map { $0.split(separator: "::")[0] }
        #expect(titles == ["error title=Input handler", "error title=Input runtime"])
    }

    @Test func theFirstLineSaysWhatIsDone() async {
        let run = await Bench().run()
        let first = run.log.first { !$0.hasPrefix("::") } ?? ""
        #expect(first.hasPrefix("Lockstep \(lockstepVersion): deploy demo in eu-west-1, from "), "\(first)")
    }
}
