import ControlPlaneSimulator
import Testing
import Worlds

@testable import LockstepAction

/// A function on managed instances rests in ActiveNonInvocable: only its published versions can be invoked.
@Suite struct ManagedInstancesTests {
    @Test func theVersionIsTestedAndTheAliasMoves() async {
        let run = await Kind.managed.bench().run()
        #expect(run.exitCode == 0, "\(run.log)")
        #expect(run.demo?.latest.state.value == "ActiveNonInvocable")
        #expect(run.history.invocations.map(\.version) == ["2"])
        #expect(run.aliasVersion == "2")
    }

    @Test func withoutAnAliasWhatCallersReachIsPublished() async {
        var bench = await Kind.latestPublished.bench()
        let run = await bench.run()
        #expect(run.exitCode == 0, "\(run.log)")
        #expect(run.output(.version) == "$LATEST.PUBLISHED")
        #expect(run.output(.versionArn)?.hasSuffix(":demo:$LATEST.PUBLISHED") == true)
        #expect(run.demo?.latestPublished?.version.code.sha256 == Fixture.digest)
        #expect(run.history.invocations.map(\.version) == ["$LATEST.PUBLISHED"])
        #expect(run.demo?.versions.count == 1)
        bench.plane = run.plane
        let second = await bench.run()
        #expect(second.output(.outcome) == "unchanged", "\(second.log)")
    }

    @Test func withoutAnAliasAVersionWithANumberCanBeAskedFor() async {
        var bench = await Kind.latestPublished.bench()
        bench.inputs["publish-to"] = "version"
        let run = await bench.run()
        #expect(run.output(.version) == "2", "\(run.log)")
        #expect(run.demo?.latestPublished == nil)
    }

    /// Where the list shows it is not known: first or last.
    @Test(arguments: [true, false])
    func whatHasNoNumberIsNoVersionToBeReleased(isFirst: Bool) async {
        var bench = await Kind.latestPublished.bench()
        bench.plane = await bench.run().plane
        bench.plane.settings.listsLatestPublishedFirst = isFirst
        bench.inputs["alias"] = "live"
        bench.inputs["keep-versions"] = "1"
        let run = await bench.run()
        #expect(run.exitCode == 0, "\(run.log)")
        #expect(run.aliasVersion == "2")
        #expect(run.output(.version) == "2")
    }

    @Test func toTestWhatCannotBeInvokedIsAnErrorBeforeAnythingIsWritten() async {
        var bench = await Kind.managed.bench()
        bench.inputs["smoke-test-target"] = "both"
        let run = await bench.run()
        #expect(run.exitCode == 1)
        #expect(run.writes.isEmpty)
        #expect(run.errors.first?.contains("$LATEST cannot be tested") == true, "\(run.errors)")
    }

    @Test func aFunctionThatIsNotOnManagedInstancesGetsANumber() async {
        var bench = Bench()
        bench.inputs["alias"] = nil
        let run = await bench.run()
        #expect(run.output(.version) == "2", "\(run.log)")
        #expect(run.history.invocations.map(\.version) == ["$LATEST"])
    }
}
