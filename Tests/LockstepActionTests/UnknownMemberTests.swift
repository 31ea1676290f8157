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

    @Test(arguments: [ControlPlane.OwnMember.Habit.constant, .ofVersions, .movesWithUpdates, .movesWithStatuses])
    func whatAWSMovesByItselfIsOneWarningAndTheSecondRunWritesNothing(habit: ControlPlane.OwnMember.Habit) async {
        for place in ControlPlane.OwnMember.Place.allCases {
            for kind in place == .withinLayers ? [Kind.configured] : [.existing, .snapStart, .configured] {
                var bench = await kind.bench()
                bench.plane.settings.ownMember = .init(habit, at: [place])
                let first = await bench.run()
                #expect(first.exitCode == 0, "\(place) \(kind) \(first.errors)")
                #expect(first.output(.conflicts) == "0")
                let warnings = first.warnings.count { $0.contains(ControlPlane.OwnMember.name) }
                #expect(warnings <= 1 && (habit == .constant) == (warnings == 0), "\(place) \(kind) \(first.warnings)")
                bench.plane = first.plane.withoutHistory
                let second = await bench.run()
                #expect(second.output(.outcome) == "unchanged", "\(place) \(kind) \(second.log)")
                #expect(second.asked.isEmpty, "\(place) \(kind) \(second.asked)")
            }
        }
    }

    /// As h5 of the issue's kind: nothing can be recorded.
    @Test func withoutAnAliasAWSIsAskedAndNothingIsSaidToBeChanged() async {
        var bench = await Kind.withoutAlias.bench()
        bench.plane.settings.ownMember = .everywhere(.ofVersions)
        bench.plane = await bench.run().plane.withoutHistory
        let second = await bench.run()
        #expect(second.output(.outcome) == "unchanged" && second.output(.changed) == "false")
        #expect(second.output(.version) == "2" && second.demo?.versions.count == 2)
    }

    /// An alias that another tool has moved, or a member that AWS has added since.
    @Test(arguments: [ControlPlane.OwnMember.Habit.ofVersions, .movesWithStatuses])
    func whatAWSSetsOtherwiseInAVersionIsRecordedOnce(habit: ControlPlane.OwnMember.Habit) async {
        var bench = await Kind.unchanged.bench()
        bench.plane.settings.ownMember = .everywhere(habit)
        bench.plane.setDescription("of somebody", of: "live", function: "demo")
        bench.plane.moveOwnMembers(of: "demo")
        let first = await bench.run()
        #expect(first.output(.outcome) == "unchanged" && first.output(.changed) == "false", "\(first.log)")
        #expect(first.asked == [.publishVersion, .updateAlias] && first.aliasVersion == "2", "\(first.asked)")
        #expect(first.demo?.aliases["live"]?.description.hasPrefix("of somebody [lockstep 2 ") == true)
        bench.plane = first.plane.withoutHistory
        #expect(await bench.run().asked.isEmpty)
    }

    @Test func aSettingOfTomorrowThatMovesAfterThePublicationIsNotTakenForAWSsOwn() async {
        var bench = await Kind.existing.bench()
        bench.plane = await bench.run {
            $0.rival(
                .unknownMember, function: "demo", alias: "live", at: .after(.operation(.publishVersion, occurrence: 1)))
        }.plane.withoutHistory
        #expect(await bench.run().aliasVersion == "3")
    }

    @Test(arguments: [
        #"{"LoggingConfig":{"LogFormat":"JSON","Colour":"blue"}}"#, #"{"LoggingConfig":{"Colour":"blue"}}"#,
    ])
    func aNameWithinAMemberThatAWSDoesNotKnowIsNoRivalsDoing(configuration: String) async {
        var bench = await Kind.existing.bench()
        bench.inputs["configuration"] = configuration
        let run = await bench.run()
        #expect(run.exitCode == 1 && run.output(.conflicts) == "0")
        #expect(run.errors.first?.contains("does not show LoggingConfig.Colour") == true, "\(run.errors)")
        #expect(run.writes.count { $0 == .updateFunctionConfiguration } == 1)
    }

    @Test func layersThatStandAreNotSentAgainForWhatAWSAddsToThem() async {
        var bench = await Kind.configured.bench()
        bench.plane.settings.ownMember = .everywhere(.constant)
        let run = await bench.run()
        let sent = run.history.requests.filter { $0.operation == .updateFunctionConfiguration }.map(\.input)
        #expect(run.exitCode == 0 && sent.count == 1 && sent[0]["MemorySize"] == 256)
        #expect(sent.allSatisfy { $0["Layers"] == nil }, "\(sent)")
    }
}

extension Run {
    /// What was sent that may change something, whether it did or not.
    fileprivate var asked: [ControlPlaneSimulator.Operation] {
        history.requests.compactMap(\.operation).filter(\.isWrite)
    }
}
