import AWSCore
import AWSServices
import Samples
import Testing

@testable import Engine

@Suite struct ReadinessTests {
    @Test(arguments: [
        ("Active", "Successful", Readiness.settled), ("Inactive", "Successful", .settled),
        ("Active", "Failed", .lastUpdateFailed), ("Inactive", "Failed", .lastUpdateFailed),
        ("Active", "InProgress", .notYet), ("Pending", "InProgress", .notYet), ("Active", "Odd", .notYet),
        ("ActiveNonInvocable", "Successful", .settled), ("ActiveNonInvocable", "Failed", .lastUpdateFailed),
        ("ActiveNonInvocable", "InProgress", .notYet), ("Deactivating", "Successful", .notYet),
        ("Deactivated", "Successful", .notYet), ("Deleting", "Successful", .notYet),
        ("Failed", "Failed", .failed), ("Failed", "Successful", .failed), ("Failed", "InProgress", .notYet),
    ])
    func onlyWhatIsKnownToBeReadyIsReady(state: String, update: String, expected: Readiness) {
        let shown = function(["State": .string(state), "LastUpdateStatus": .string(update)]).configuration
        #expect(Readiness(ofLatest: shown) == expected)
    }

    @Test(arguments: [
        ("ImageDeleted", Readiness.imageFailed), ("ImageAccessDenied", .imageFailed), ("InvalidImage", .imageFailed),
        ("InternalError", .failed), ("FunctionError", .failed), ("", .failed),
    ])
    func aFunctionMayBeFailedForItsImagesSake(code: String, expected: Readiness) {
        let members = ["State": JSONValue.string("Failed"), "StateReasonCode": .string(code)]
        #expect(Readiness(ofLatest: function(members).configuration) == expected)
        let updating = members.merging(["LastUpdateStatus": .string("InProgress")]) { $1 }
        #expect(Readiness(ofLatest: function(updating).configuration) == .notYet)
    }

    @Test(arguments: [("Successful", false), ("Failed", true), (nil, true)] as [(String?, Bool)])
    func whatWasEverActiveIsNoFailedCreation(update: String?, expected: Bool) {
        let shown = function(["State": .string("Failed"), "LastUpdateStatus": update.map(JSONValue.string) ?? .null])
        #expect(shown.configuration.isFailedCreation == expected)
    }

    @Test(arguments: [
        ("Active", "InProgress", Waiting.otherUpdate), ("Pending", "Successful", .readiness),
        ("Deactivated", "Successful", .readiness),
    ])
    func onlyAnUpdateInProgressIsCalledOne(state: String, update: String, expected: Waiting) {
        let shown = function(["State": .string(state), "LastUpdateStatus": .string(update)]).configuration
        #expect(Waiting(onto: shown) == expected)
        #expect(Status(shown).mayPass == (state != "Deactivated"))
    }

    @Test(arguments: ["State", "LastUpdateStatus"])
    func aMissingStateIsNotReady(member: String) {
        #expect(Readiness(ofLatest: function([member: .null]).configuration) == .notYet)
    }

    @Test func aSnapStartVersionWithoutAnUpdateStatusIsJudgedByItsState() {
        let pending = function(["State": .string("Pending"), "LastUpdateStatus": .null]).configuration
        let active = function(["LastUpdateStatus": .null]).configuration
        #expect(VersionReadiness(of: pending) == .notYet)
        #expect(VersionReadiness(of: active) == .ready)
    }

    @Test(arguments: [("Inactive", VersionReadiness.asleep), ("Failed", .failed), ("Deactivated", .notYet)])
    func aVersionIsReadyOnlyWhenItIsActive(state: String, expected: VersionReadiness) {
        #expect(VersionReadiness(of: function(["State": .string(state)]).configuration) == expected)
    }
}

@Suite struct PollScheduleTests {
    @Test func aChangeIsNoticedWithinAShareOfItsLength() {
        for waited in [2.0, 5, 10, 20, 30] {
            let delay = PollSchedule.delay(waited: .seconds(waited), remaining: .seconds(300), chance: 0)
            #expect(delay.inSeconds <= max(0.2, 0.15 * waited) + 0.001)
        }
    }

    @Test func theDelaysStayWithinTheirBounds() {
        #expect(PollSchedule.delay(waited: .zero, remaining: .seconds(300), chance: 0) == .seconds(0.2))
        #expect(PollSchedule.delay(waited: .seconds(250), remaining: .seconds(50), chance: 0) == .seconds(5))
    }

    @Test func theLastLookLandsOnTheDeadline() {
        #expect(PollSchedule.delay(waited: .seconds(299), remaining: .seconds(1), chance: 0.5) == .seconds(1))
    }

    @Test func aMinuteCostsFewCalls() {
        var waited = Duration.zero
        var calls = 0
        while waited < .seconds(60) {
            waited += PollSchedule.delay(waited: waited, remaining: .seconds(240), chance: 0)
            calls += 1
        }
        #expect(calls <= 36)
    }
}

@Suite struct LineageTests {
    @Test func whatStoodBeforeOurWriteIsStaleAfterIt() {
        let before = Snapshot(function(), lineage: Lineage())
        let answer = function(["RevisionId": .string("r2")]).configuration
        let lineage = Lineage().succeeding(before, by: answer)
        #expect(lineage.isStale(before.function.configuration))
        #expect(!lineage.isStale(answer))
        #expect(!lineage.isStale(function(["RevisionId": .string("r3")]).configuration))
    }

    @Test func whatWasModifiedBeforeOurWriteIsStaleWhateverItsRevision() {
        let answer = function([
            "RevisionId": .string("r2"), "LastModified": .string("2026-11-21T10:00:05.000+0000"),
        ]).configuration
        let lineage = Lineage().succeeding(Snapshot(function(), lineage: Lineage()), by: answer)
        #expect(lineage.isStale(function(["RevisionId": .string("r0")]).configuration))
    }

    @Test func aControlPlaneWhoseRevisionStaysIsNotStaleForEver() {
        let before = Snapshot(function(), lineage: Lineage())
        let lineage = Lineage().succeeding(before, by: before.function.configuration)
        #expect(!lineage.isStale(before.function.configuration))
    }

    @Test func aRefusedRevisionIsPast() {
        let before = Snapshot(function(), lineage: Lineage())
        #expect(Lineage().succeeding(before).isStale(before.function.configuration))
    }
}

@Suite struct TracesTests {
    private let before = Expectation(content())
    private let after = Expectation(content()).updating(["MemorySize": .integer(256)])

    private func verdict(_ shown: FunctionContent, mayHaveArrived: Bool = true, moved: Bool = true) -> String {
        let traces = Traces(
            before: before, after: after, isCodeCertain: true, mayHaveArrived: mayHaveArrived,
            movedByAWS: [], isUpdated: moved)
        switch traces.verdict(on: shown) {
        case .arrived(let movedByAWS):
            return (["arrived"] + movedByAWS.map { "AWS's \($0.name)" }).joined(separator: ", ")
        case .untouched: return "untouched"
        case .otherCode: return "other code"
        case .arrivedBeforeRival(let differences): return "arrived, then " + names(differences)
        case .rival(let differences): return names(differences)
        }
    }

    private func names(_ differences: [Difference]) -> String {
        differences.map(\.name).joined(separator: ",")
    }

    @Test func aLostWriteThatShowsBelowARivalsHasArrived() {
        #expect(verdict(content(["MemorySize": .integer(256), "Timeout": .integer(9)])) == "arrived, then Timeout")
        #expect(verdict(content(["MemorySize": .integer(512), "Timeout": .integer(9)])) == "MemorySize,Timeout")
    }

    @Test func aLostWriteThatShowsHasArrived() {
        #expect(verdict(content(["MemorySize": .integer(256)])) == "arrived")
    }

    @Test func whatNobodyKnowsMayMoveWithALostWriteThatShows() {
        #expect(verdict(content(["MemorySize": .integer(256), "Tomorrow": .string("2")])) == "arrived, AWS's Tomorrow")
        #expect(verdict(content(["Tomorrow": .string("2")])) == "Tomorrow")
        #expect(verdict(content(["Tomorrow": .string("2")]), mayHaveArrived: false) == "Tomorrow")
    }

    @Test func anotherDigestOfTheSameMembersIsSomebodysChangeUnlessOursIsBetween() {
        let (one, other) = (content(["ConfigSha256": .string("a")]), content(["ConfigSha256": .string("b")]))
        let traces = { (mayHaveArrived: Bool) in
            Traces(
                before: Expectation(one), after: Expectation(one).updating(["MemorySize": .integer(256)]),
                isCodeCertain: true, mayHaveArrived: mayHaveArrived, movedByAWS: [], isUpdated: false
            ).verdict(on: other)
        }
        guard case .rival(let differences) = traces(false) else { return #expect(Bool(false), "\(traces(false))") }
        #expect(differences.map(\.name) == ["ConfigSha256"])
        guard case .untouched = traces(true) else { return #expect(Bool(false), "\(traces(true))") }
    }

    @Test func aLostWriteThatDoesNotShowHasNot() {
        #expect(verdict(content()) == "untouched")
    }

    @Test func aRefusedWriteHasNeverArrived() {
        #expect(verdict(content(["MemorySize": .integer(256)]), mayHaveArrived: false) == "MemorySize")
    }

    @Test func anythingElseIsARivalNamedWithWhatTheyChanged() {
        #expect(verdict(content(["Timeout": .integer(9), "CodeSha256": .string("x")])) == "CodeSha256,Timeout")
    }

    @Test func aRepeatedUpdateIsKnownByTheRevisionAlone() {
        let same = Traces(
            before: before, after: before, isCodeCertain: true, mayHaveArrived: true, movedByAWS: [], isUpdated: false)
        let moved = Traces(
            before: before, after: before, isCodeCertain: true, mayHaveArrived: true, movedByAWS: [], isUpdated: true)
        guard case .untouched = same.verdict(on: content()), case .arrived = moved.verdict(on: content()) else {
            Issue.record("that there was an update was not minded")
            return
        }
    }
}
