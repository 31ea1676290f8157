import ControlPlaneSimulator
import Testing
import Worlds

@testable import LockstepAction

/// What else happens while an alias goes back, and going back with a package.
@Suite struct RollbackRivalTests {
    private static let words = "Rollback function code was updated but version publishing failed"

    /// A rival deploys between two calls of ours.
    private func hurried(_ kind: Kind) async -> Bench {
        var bench = await kind.bench()
        bench.plane.settings.codeUpdate = .succeeds(after: .milliseconds(1))
        bench.plane.settings.configurationUpdate = .succeeds(after: .milliseconds(1))
        return bench
    }

    @Test func whatARivalDeploysMeanwhileIsNotRolledBack() async {
        let run = await hurried(.rollback).run {
            $0.rival(.deployment, function: "demo", alias: "live", at: .before(.operation(.invoke, occurrence: 1)))
        }
        #expect(run.exitCode == 3)
        #expect(run.aliasVersion == "4")
        #expect(run.errors.first?.contains("What they released is not rolled back") == true, "\(run.errors)")
    }

    @Test func whoNamesAVersionGetsItWhateverARivalDoes() async {
        let run = await hurried(.rollbackTo).run {
            $0.rival(.deployment, function: "demo", alias: "live", at: .before(.operation(.invoke, occurrence: 1)))
        }
        #expect(run.exitCode == 0, "\(run.log)")
        #expect(run.aliasVersion == "2")
        #expect(run.output(.conflicts) == "1")
    }

    @Test func aVersionThatIsDeletedAtTheLastMomentIsAnErrorAndTheAliasStays() async {
        let run = await Kind.rollback.bench().run {
            $0.change(at: .before(.operation(.updateAlias, occurrence: 1))) { $0.removeVersion("2", of: "demo") }
        }
        #expect(run.exitCode == 1)
        #expect(run.aliasVersion == "3")
        #expect(run.errors.first?.contains("Alias live points to version 3.") == true, "\(run.errors)")
    }

    @Test func anAliasThatIsPutBackHasItsDescriptionBackToo() async {
        let bench = await Kind.rollback.bench()
        let run = await bench.run {
            $0.inject(.failed, on: .where { $0.operation == .updateAlias && $0.occurrence <= 8 })
        }
        #expect(run.exitCode == 1)
        #expect(run.aliasVersion == "3")
        #expect(run.demo?.aliases["live"]?.description == bench.plane.function("demo")?.aliases["live"]?.description)
    }

    private func package() async -> Bench {
        var bench = await Kind.rollback.bench()
        bench.inputs["zip-file"] = Fixture.zip
        return bench
    }

    @Test func anOlderPackageIsDeployed() async {
        let run = await package().run()
        #expect(run.exitCode == 0, "\(run.log)")
        #expect(run.aliasVersion == "4" && run.output(.outcome) == "rolled-back")
        #expect(run.output(.codeSha256) == Fixture.digest)
    }

    @Test func ofAnOlderPackageThatCannotBePublishedTheCodeIsBackAllTheSame() async {
        var bench = await package()
        bench.plane.settings.denied.insert(.publishVersion)
        let run = await bench.run()
        #expect(run.exitCode == 0, "\(run.log)")
        #expect(run.warnings.count == 1 && run.warnings[0].contains(Self.words), "\(run.warnings)")
        #expect(run.warnings[0].contains("Alias live stays at version 3"))
        #expect(run.aliasVersion == "3" && run.demo?.latest.code.sha256 == Fixture.digest)
        #expect(run.output(.version)?.isEmpty == true && run.output(.outcome) == "rolled-back")
        bench.inputs["mode"] = nil
        #expect(await bench.run().exitCode == 1, "a deployment fails as ever")
    }

    @Test func ofAnOlderPackageThatFailsItsTestNothingIsPublished() async {
        var bench = await package()
        bench.plane.setBehaviour(of: "demo", to: .init(payload: [], functionError: "Unhandled", log: ""))
        let run = await bench.run()
        #expect(run.exitCode == 4 && run.aliasVersion == "3" && run.warnings.isEmpty)
    }
}
