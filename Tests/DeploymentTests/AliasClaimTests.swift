import AWSCore
import AWSServices
import Engine
import Samples
import Testing

@testable import Deployment

/// Whose an alias is that somebody else has moved after us.
@Suite struct AliasClaimTests {
    private static let workflow = "5d41402a"
    private let ours = WorkflowRun(workflow: workflow, number: 7, attempt: 1)

    private func claim(_ before: AliasConfiguration?, _ standing: AliasConfiguration?, _ run: WorkflowRun?)
        -> AliasClaim
    {
        AliasClaim(AliasMove(name: "live", before: before, standing: standing), newer: nil, ours: run)
    }

    @Test func whoEndsACanaryByHandWins() {
        let canary = alias("1", "[lockstep 1 run 5d41402a/6.1]", weights: ["2": 0.1])
        let ended = alias("1", "[lockstep 1 run 5d41402a/6.1]")
        #expect(claim(canary, ended, ours) == .theirs, "an older run's record was there before")
        #expect(claim(canary, nil, ours) == .theirs)
        #expect(claim(canary, alias("3", canary.description), ours) == .theirs)
    }

    @Test func onlyAnOlderRunOfTheSameWorkflowIsStartedOver() {
        let canary = alias("1", weights: ["2": 0.1])
        #expect(claim(canary, alias("3", "[lockstep 3 run 5d41402a/6.1 after 1]"), ours) == .olderRun)
        #expect(claim(canary, alias("3", "[lockstep 3 run 5d41402a/7.1 after 1]"), ours) == .theirs)
        #expect(claim(canary, alias("3", "[lockstep 3 run 0d41402a/6.1 after 1]"), ours) == .theirs)
        #expect(claim(canary, alias("4", "[lockstep 3 run 5d41402a/6.1 after 1]"), ours) == .theirs, "moved since")
        #expect(claim(canary, alias("3", "[lockstep 3 run 5d41402a/6.1 after 1]"), nil) == .theirs)
    }

    @Test func whatANewerRunReleasedIsGivenWayTo() {
        let newer = WorkflowRun(workflow: Self.workflow, number: 8, attempt: 1)
        let supersession = Supersession(alias: "live", version: "3", newer: newer, ours: ours)
        let move = AliasMove(name: "live", before: alias("1"), standing: alias("3"))
        #expect(AliasClaim(move, newer: supersession, ours: ours) == .newerRun(supersession))
    }
}

@Suite struct AliasBeginningTests {
    private func hasBegun(_ facts: Fact...) -> Bool {
        let journal = Journal(clock: StillClock()) { _ in }
        facts.forEach(journal.record)
        return journal.hasBegunToMoveTheAlias
    }

    private let sent = Fact.engine(.aliasWriteSent(from: alias("1"), to: Routing(version: "2")))
    private let shifted = Fact.traffic(.shifted(alias("1", weights: ["2": 0.1]), to: .all))
    private let again = Fact.startingOver(attempt: 1, of: 5, quiet: .zero)

    @Test func aWriteThatIsTakenOrMayBeBeginsToMoveIt() {
        #expect(!hasBegun(.aliasFound(alias("1"), name: "live")))
        #expect(hasBegun(sent), "its answer is no refusal")
        #expect(hasBegun(sent, shifted))
        #expect(hasBegun(sent, .engine(.answerLost(.updateAlias, reason: "reset")), sent, refused))
    }

    @Test func oneThatIsRefusedDoesNot() {
        #expect(!hasBegun(sent, refused))
        #expect(hasBegun(sent, shifted, sent, refused))
    }

    @Test func anotherAttemptBeginsAnew() {
        #expect(!hasBegun(sent, shifted, again))
    }

    @Test func whatAnEarlierRunHadBegunCounts() {
        let half = alias("1", weights: ["2": 0.1])
        #expect(hasBegun(.traffic(.shiftBegan(origin: alias("1"), standing: half, to: "2"))))
        #expect(!hasBegun(.traffic(.shiftBegan(origin: alias("1"), standing: alias("1"), to: "2"))))
    }

    @Test(arguments: [
        ("Created", false), ("Queued", false), ("InProgress", true), ("Succeeded", true), ("Failed", false),
    ])
    func codeDeployHasBegunOnceItIsAtWork(status: String, expected: Bool) {
        #expect(
            hasBegun(.traffic(.codeDeploy(.seen(id: "d-1", CodeDeployment.Status(status), waited: .zero)))) == expected)
    }

    private var refused: Fact {
        .engine(
            .refusedByConflict(
                .updateAlias,
                Refusal(
                    operation: "UpdateAlias", status: 412, code: "PreconditionFailedException", message: "",
                    requestID: nil)))
    }
}
