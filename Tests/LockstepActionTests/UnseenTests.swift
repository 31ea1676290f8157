import AWSCore
import ControlPlaneSimulator
import Reporting
import Testing
import Worlds

@testable import LockstepAction

/// What may be written, but not looked at.
@Suite struct UnseenTests {
    private func tagged(isErrorTold: Bool) -> Bench {
        var bench = Bench()
        bench.plane = .withDemo(.quick)
        bench.plane.settings.denied = [.listTags]
        bench.plane.settings.isTagsErrorTold = isErrorTold
        bench.inputs["tags"] = #"{"team":"blue"}"#
        return bench
    }

    @Test(arguments: [false, true]) func tagsAreWrittenUnseenAndItIsSaidSo(isErrorTold: Bool) async {
        var bench = tagged(isErrorTold: isErrorTold)
        let run = await bench.run()
        #expect(run.exitCode == 0 && run.demo?.tags == ["team": "blue"], "\(run.log)")
        #expect(run.log.contains { $0.hasPrefix("Without lambda:ListTags the current tags are unknown") }, "\(run.log)")
        #expect(run.log.contains("  Tags.team: unknown -> blue"), "\(run.log)")
        bench.plane = run.plane.withoutHistory
        let again = await bench.run()
        #expect(again.exitCode == 0 && again.writes == [.tagResource], "\(again.log)")
        #expect(again.history.requests.count { $0.operation == .listTags } == 1)
    }

    @Test func aPlanOfTagsUnseenSaysUnknown() async throws {
        var bench = tagged(isErrorTold: false)
        bench.inputs["mode"] = "plan"
        let plan = try #require(await bench.run().output(.plan))
        #expect(plan.contains(#"{"after":"blue","before":"unknown","name":"Tags.team"}"#), "\(plan)")
        bench.plane.settings.denied = []
        let seen = try #require(await bench.run().output(.plan))
        #expect(seen.contains(#"{"after":"blue","before":null,"name":"Tags.team"}"#), "\(seen)")
    }

    /// The policy of the official action's README: it lists no versions.
    @Test(arguments: ["live", nil]) func theVersionThatIsThereIsPublishedAgainAndNeverAFailure(alias: String?) async {
        var bench = Bench()
        bench.plane = .withDemo(.quick)
        bench.inputs["alias"] = alias
        let first = await bench.run()
        bench.plane = first.plane.withoutHistory
        bench.plane.settings.denied = [.listVersionsByFunction]
        let run = await bench.run()
        #expect(run.exitCode == 0 && run.output(.outcome) == "unchanged", "\(run.log)")
        #expect(run.output(.version) == first.output(.version) && run.output(.changed) == "false")
        #expect(run.writes.filter { $0 != .invoke }.isEmpty && run.demo?.versions.count == 2)
    }

    @Test func aNewAliasWithoutTheRightToListVersionsGetsTheVersionThatIsThere() async {
        var bench = Bench()
        bench.plane = await bench.run().plane.withoutHistory
        bench.plane.settings.denied = [.listVersionsByFunction]
        bench.inputs["alias"] = "next"
        let run = await bench.run()
        #expect(run.exitCode == 0 && run.demo?.aliases["next"]?.functionVersion == "2", "\(run.log)")
        #expect(
            run.log.contains {
                $0.hasPrefix("Without lambda:ListVersionsByFunction the existing versions are unknown")
            }, "\(run.log)")
        #expect(run.log.contains("Version 2 already has this code and configuration: it is used again"), "\(run.log)")
    }
}
