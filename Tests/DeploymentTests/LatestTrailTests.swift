import AWSCore
import AWSServices
import Engine
import Samples
import Testing

@testable import Deployment

/// What is a run's own on `$LATEST`, by its facts.
@Suite struct LatestTrailTests {
    private let failure = DeploymentFailure.functionMissing
    private let begun: [Fact] = [
        .functionFound(function()),
        .planned(Changes(of: plan(digest: "new", configuration: ["MemorySize": .integer(256)]), on: function())),
    ]
    private let codeDone: [Fact] = [
        .engine(.sending(.updateFunctionCode)), .engine(.accepted(.updateFunctionCode)),
        .engine(.latestSettled(latest(code: "new").configuration)), .engine(.done(.updateFunctionCode)),
    ]

    private func trail(_ facts: [Fact]) -> LatestTrail {
        facts.reduce(into: LatestTrail()) { $0.follow($1) }
    }

    @Test func whoWroteNothingHasNothingToUndo() {
        #expect(!trail(begun).mayHaveChanged(after: failure))
        #expect(!trail([.functionMissing]).mayHaveChanged(after: failure))
    }

    @Test func whatWasWrittenGoesBack() {
        let trail = trail(begun + codeDone)
        let seen = Standing(latest(code: "new"))
        #expect(trail.mayHaveChanged(after: failure) && !trail.mayStillArrive(after: failure))
        #expect(trail.target(over: seen).content.codeSha256 == "old")
        #expect(trail.foreign(in: trail.target(over: seen)).isEmpty)
    }

    @Test func aWriteThatWasNotHeardOfIsOursIfItShows() {
        let trail = trail(begun + codeDone + [.engine(.sending(.updateFunctionConfiguration))])
        let target = trail.target(over: Standing(latest(code: "new", memory: 256)))
        #expect(target.content.members["MemorySize"] == .integer(128))
        #expect(trail.mayStillArrive(after: failure))
        let theirs = trail.target(over: Standing(latest(code: "new", memory: 512)))
        #expect(theirs.content.members["MemorySize"] == .integer(512))
    }

    @Test func aWriteThatAWSRefusedCannotArrive() {
        let refusal = Refusal(
            operation: "UpdateFunctionCode", status: 400, code: "InvalidParameterValueException", message: "",
            requestID: nil)
        let sent = begun + [.engine(.sending(.updateFunctionCode))]
        #expect(!trail(sent).mayHaveChanged(after: .engine(.refused(refusal))))
        let lost: [Fact] = sent + [.engine(.answerLost(.updateFunctionCode, reason: ""))]
        #expect(trail(lost).mayHaveChanged(after: .engine(.refused(refusal))))
        let conflict: [Fact] = sent + [.engine(.refusedByConflict(.updateFunctionCode, refusal))]
        #expect(!trail(conflict).mayHaveChanged(after: failure))
    }

    /// An attempt that starts over finds what an earlier one has left: it is not what stood before the run.
    @Test func whatAnEarlierAttemptLeftIsStillOurs() {
        let second = latest(code: "new", memory: 512)
        let trail = trail(
            begun + codeDone + [.functionFound(second), .planned(Changes(of: plan(digest: "new"), on: second))])
        let target = trail.target(over: Standing(second))
        #expect(target.content.codeSha256 == "old")
        #expect(target.content.members["MemorySize"] == .integer(512))
        #expect(trail.mayHaveChanged(after: failure))
    }

    /// `on-wait-timeout: attempt` goes on from a look at a function that is not at rest.
    @Test func whatWasNotSeenAtRestIsOursIfItShows() {
        let sent: [Fact] = [
            .engine(.latestSettled(function().configuration)), .engine(.sending(.updateFunctionCode)),
            .engine(.accepted(.updateFunctionCode)),
            .engine(.timedOutAttempting(.codeUpdate, Status(function().configuration), waited: .seconds(3))),
            .engine(.done(.updateFunctionCode)),
        ]
        let target = trail(begun + sent).target(over: Standing(latest(code: "new")))
        #expect(target.content.codeSha256 == "old")
    }

    @Test func whoseCodeItIsMayNotBeKnown() {
        let unknown: [Fact] = [
            .functionFound(function()), .planned(Changes(of: plan(digest: nil), on: function())),
            .engine(.sending(.updateFunctionCode)),
        ]
        #expect(trail(unknown).isCodeInDoubt(in: Standing(latest(code: "any"))))
        #expect(!trail(unknown).isCodeInDoubt(in: Standing(latest(code: "old"))))
        #expect(!trail(begun + codeDone).isCodeInDoubt(in: Standing(latest(code: "new"))))
    }

    @Test func othersAreNamed() {
        let trail = trail(begun + codeDone)
        let target = trail.target(over: Standing(latest(code: "new", memory: 512)))
        #expect(trail.foreign(in: target).map(\.name) == ["MemorySize"])
    }

    @Test func aCreationInDoubtHasNothingToGoBackTo() {
        let lost: [Fact] = [
            .functionMissing, .engine(.sending(.createFunction)), .engine(.answerLost(.createFunction, reason: "")),
        ]
        #expect(!trail(lost).mayHaveChanged(after: failure))
    }

    @Test func aFunctionOfOurOwnIsKnown() {
        #expect(
            trail([.functionMissing, .engine(.sending(.createFunction)), .engine(.accepted(.createFunction))]).isCreated
        )
    }
}

private func latest(code: String, memory: Int = 128) -> FunctionDescription {
    function(["CodeSha256": .string(code), "MemorySize": .integer(memory)])
}
