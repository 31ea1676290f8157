import ControlPlaneSimulator
import Deployment
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
        #expect(planned.log.contains { $0.contains("the same code is sent again") }, "\(planned.log)")
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

    /// What is announced is what then happens, and the announcement writes nothing.
    @Test(arguments: [
        Kind.existing, .missing, .testedVersion, .testedTwice, .pruning, .canary, .codeDeploy, .rollback, .unchanged,
        .withoutTest, .bare, .managed,
    ])
    func aPlanNamesEachStepThatADeploymentThenTakes(kind: Kind) async throws {
        var bench = await kind.bench()
        let mode = bench.inputs["mode"]
        if mode == "rollback" { bench.inputs["rollback-to"] = "previous" }
        bench.inputs["mode"] = "plan"
        let planned = await bench.run()
        #expect(planned.exitCode == 0 && planned.writes.isEmpty, "\(planned.log)")
        let steps = try Steps(planned.output(.plan) ?? "")
        bench.inputs["mode"] = mode
        let done = await bench.run()
        #expect(done.exitCode == 0, "\(done.log)")
        #expect(steps.names.contains("Version") == done.writes.contains(.publishVersion))
        let moves = done.writes.contains(.updateAlias) || done.writes.contains(.createAlias)
        #expect(steps.names.contains("Alias live") == (moves || done.writes.contains(.createDeployment)))
        #expect(
            steps.names.contains("Smoke tests")
                == done.entries.contains { if case .smokeTestEnded = $0.fact { true } else { false } })
        let pruned = done.entries.flatMap { entry -> [String] in
            if case .versionsPruned(let pruned) = entry.fact { pruned.deleted.map(\.description) } else { [] }
        }
        #expect(steps.before("Old versions") ?? [] == pruned)
        #expect(steps.names.contains("Traffic") == (kind == .canary || kind == .codeDeploy))
    }
}

private struct Steps {
    let names: [String]
    private let all: [[String: JSON]]

    init(_ text: String) throws {
        guard case .array(let list) = try JSON(parsing: Array(text.utf8)) else { throw NoList() }
        all = list.compactMap { if case .object(let members) = $0 { members } else { nil } }
        names = all.compactMap { if case .string(let name)? = $0["name"] { name } else { nil } }
    }

    func before(_ name: String) -> [String]? {
        guard let place = names.firstIndex(of: name), case .array(let values)? = all[place]["before"] else {
            return nil
        }
        return values.compactMap { if case .string(let text) = $0 { text } else { nil } }
    }
}

private struct NoList: Error {}
