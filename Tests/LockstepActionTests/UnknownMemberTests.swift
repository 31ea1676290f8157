import ControlPlaneSimulator
import Reporting
import Testing
import Worlds

@testable import LockstepAction

/// Members that no list of this program has: settings of tomorrow, and what AWS adds by itself.
@Suite struct UnknownMemberTests {
    @Test func aVersionThatDiffersInASettingOfTomorrowIsNotUsedAgain() async {
        var bench = await Kind.unchanged.bench()
        bench.plane = await bench.run {
            $0.rival(.unknownMember, function: "demo", alias: "live", at: .after(.number(1)))
        }.plane.withoutHistory
        let run = await bench.run()
        #expect(run.exitCode == 0)
        #expect(run.aliasVersion == "3")
        #expect(run.demo?.versions.last?.members["Novelty"] == run.demo?.latest.members["Novelty"])
    }

    @Test func aRivalsChangeOfASettingOfTomorrowIsNamed() async {
        let run = await Kind.existing.bench().run {
            $0.rival(
                .unknownMember, function: "demo", alias: "live",
                at: .before(.operation(.updateFunctionConfiguration, occurrence: 1)))
        }
        #expect(run.exitCode == 0)
        #expect(run.log.contains { $0.contains("Novelty: ") && $0.contains(" -> ") })
        #expect(run.output(.conflicts) == "1")
    }

    @Test(arguments: [ControlPlane.OwnMember.otherInVersions, .movesWithUpdates])
    func whatAWSMovesByItselfIsOneWarningAndTheSecondRunWritesNothing(member: ControlPlane.OwnMember) async {
        var bench = await Kind.existing.bench()
        bench.plane.settings.ownMember = member
        let first = await bench.run()
        #expect(first.exitCode == 0)
        #expect(first.output(.conflicts) == "0")
        #expect(first.warnings.count { $0.contains(ControlPlane.OwnMember.name) } == 1, "\(first.warnings)")
        bench.plane = first.plane.withoutHistory
        let second = await bench.run()
        #expect(second.output(.outcome) == "unchanged")
        #expect(second.writes.isEmpty, "\(second.writes)")
    }
}
