import Testing
import Worlds

@testable import LockstepAction

/// Mode plan says what a deployment would do, all of it, and does nothing.
@Suite struct PlanTests {
    @Test func planningWritesNothing() async {
        var bench = Bench()
        bench.inputs["mode"] = "plan"
        let run = await bench.run()
        #expect(run.exitCode == 0)
        #expect(run.writes.isEmpty)
        #expect(run.output(.outcome) == "planned")
        #expect(run.output(.plan)?.contains(#""name":"MemorySize""#) == true)
        #expect(run.output(.plan)?.contains("s3cretvalue") == false)
        #expect(run.log.contains("To move: alias live from version 1 to the new version"), "\(run.log)")
    }

    /// After a rollback everything but the alias is as wanted, and a deployment would bring back what was broken.
    @Test func aPlanTellsThatTheAliasWouldMove() async {
        var bench = Bench()
        bench.plane = await bench.run().plane
        bench.inputs["mode"] = "plan"
        let unchanged = await bench.run()
        #expect(unchanged.output(.changed) == "false")
        #expect(unchanged.log.contains("Alias live already points to version 2"), "\(unchanged.log)")
        var back = Bench()
        back.plane = bench.plane
        back.inputs = ["function-name": "demo", "alias": "live", "mode": "rollback"]
        bench.plane = await back.run().plane
        let planned = await bench.run()
        #expect(planned.output(.changed) == "true" && planned.aliasVersion == "1")
        #expect(planned.log.contains("To move: alias live from version 1 to version 2"), "\(planned.log)")
        #expect(planned.summary.contains("\n- To move: alias live from version 1 to version 2\n"), "\(planned.summary)")
        bench.inputs["alias"] = "next"
        let created = await bench.run()
        #expect(created.output(.changed) == "true")
        #expect(created.log.contains("To create: alias next at version 2"), "\(created.log)")
    }

    @Test func aPlanTellsOfTheSameCodeThatIsToCureAFailedUpdate() async {
        var bench = await Kind.unchanged.bench()
        bench.meet(.broken)
        bench.inputs["mode"] = "plan"
        let planned = await bench.run()
        #expect(planned.log.contains { $0.contains("the code is sent again as it is") }, "\(planned.log)")
        #expect(planned.output(.codeChanged) == "true")
        #expect(planned.log.contains("Alias live already points to version 2"), "\(planned.log)")
        bench.inputs["mode"] = "deploy"
        #expect(await bench.run().output(.codeChanged) == "true")
    }

    /// Without the digest the plan would be to send the code, and to publish what a deployment leaves alone.
    @Test func aPlanKnowsWhatAPackageInS3IsAsADeploymentDoes() async {
        var bench = Bench()
        bench.meet(.inS3)
        bench.plane = await bench.run().plane
        bench.inputs["mode"] = "plan"
        let planned = await bench.run()
        #expect(planned.output(.changed) == "false")
        #expect(planned.log.contains("Alias live already points to version 2"), "\(planned.log)")
    }
}
