import AWSCore
import AWSServices
import Engine
import Samples
import Testing

@testable import Deployment

private func share(_ percent: Int) -> TrafficShare {
    TrafficShare(hundredthsOfPercent: percent * 100) ?? .all
}

private func steps(_ percents: Int...) throws(TrafficSteps.Mistake) -> TrafficSteps {
    try TrafficSteps(percents.map { TrafficSteps.Step(share: share($0), lasts: .seconds($0)) })
}

@Suite struct TrafficStepsTests {
    @Test func aLastStepOfEverythingIsAWatch() throws {
        let steps = try steps(10, 50, 100)
        #expect(steps.partial.map(\.share) == [share(10), share(50)])
        #expect(steps.watch == .seconds(100))
        #expect(try TrafficSteps([.init(share: share(10), lasts: .seconds(1))]).watch == nil)
    }

    @Test func sharesThatDoNotRiseAreAMistake() {
        #expect(throws: TrafficSteps.Mistake.notRising(share(10), after: share(10))) { try steps(10, 10) }
        #expect(throws: TrafficSteps.Mistake.notRising(share(100), after: share(100))) { try steps(100, 100) }
        #expect(throws: TrafficSteps.Mistake.none) { try TrafficSteps([]) }
        #expect(throws: TrafficSteps.Mistake.tooMany(21)) {
            try TrafficSteps((1...21).map { .init(share: share($0), lasts: .seconds(1)) })
        }
    }

    @Test(arguments: [0, 99, 10_001, -100]) func noShareIsBelowOneOrAboveAHundredPercent(hundredths: Int) {
        #expect(TrafficShare(hundredthsOfPercent: hundredths) == nil)
    }

    @Test func aShiftGoesOnFromTheStepThatStandsAndElseFromTheFirst() throws {
        let steps = try steps(10, 30, 50)
        #expect(steps.start(standing: nil) == 0)
        #expect(steps.start(standing: 0.3) == 1)
        #expect(steps.start(standing: 0.1 + 0.2) == 1)
        #expect(steps.start(standing: 0.25) == 0)
        #expect(steps.start(standing: 0.5) == 2)
    }

    @Test(arguments: [1e300, -0.5, .infinity, 1e18]) func aWeightThatIsNoShareIsToldAllTheSame(weight: Double) {
        #expect(percent(ofWeight: weight).hasSuffix("%"))
    }

    @Test(arguments: [(0.1, "10%"), (0.025, "2.5%"), (0.0205, "2.05%"), (0.29, "29%"), (1.0, "100%"), (0.0, "0%")])
    func aWeightIsWrittenWithoutNeedlessDigits(weight: Double, text: String) {
        #expect(percent(ofWeight: weight) == text)
    }

    @Test func aWeightThatCannotBeIsBorne() {
        #expect(percent(ofWeight: 1e300) == "1e+302%")
        #expect(Routing(version: "1", weights: ["2": 1e300]) != Routing(version: "1", weights: ["2": 0.5]))
    }
}

@Suite struct AlarmJudgementTests {
    private func look(_ states: Alarm.State...) -> [Alarm] {
        states.enumerated().map { Alarm(name: "\($0.offset)", state: $0.element, reason: nil) }
    }

    @Test func anAlarmThatComesOnEndsTheShift() {
        let judgement = AlarmJudgement(looks: [look(.ok, .insufficientData)])
        #expect(judgement.newAlarm(in: look(.ok, .ok)) == nil)
        #expect(judgement.newAlarm(in: look(.ok, .insufficientData)) == nil)
        #expect(judgement.newAlarm(in: look(.ok, .other("PAUSED"))) == nil)
        #expect(judgement.newAlarm(in: look(.ok, .alarm))?.name == "1")
    }

    @Test func anAlarmThatWasOnIsPassedOverUntilItHasBeenOK() {
        let first = look(.alarm)
        #expect(AlarmJudgement(looks: [first]).newAlarm(in: first) == nil)
        #expect(AlarmJudgement(looks: [first, look(.insufficientData)]).newAlarm(in: first) == nil)
        #expect(AlarmJudgement(looks: [first, look(.ok)]).newAlarm(in: first)?.name == "0")
    }

    @Test func anAlarmThatCameOnDuringAnEarlierAttemptIsNotPassedOver() {
        #expect(AlarmJudgement(looks: [look(.ok), look(.alarm)]).newAlarm(in: look(.alarm))?.name == "0")
    }

    @Test func alarmsThatAreNotThereAreMissing() {
        #expect(AlarmJudgement.missing(["0", "x"], from: look(.ok)) == ["x"])
    }
}

@Suite struct NotSharedTests {
    @Test func onlyAnotherPublishedVersionSharesItsTraffic() {
        #expect(NotShared(nil, "2") == .aliasIsNew)
        #expect(NotShared(alias("$LATEST"), "2") == .servesLatest)
        #expect(NotShared(alias("2"), "2") == .servesTheVersion)
        #expect(NotShared(alias("1"), "2") == nil)
    }
}

@Suite struct AliasDoubtTests {
    private func journal(_ facts: Fact...) -> Journal {
        let journal = Journal(clock: StillClock()) { _ in }
        facts.forEach(journal.record)
        return journal
    }

    @Test func whateverStepItFailsAtTheAliasGoesBackToWhereItWas() {
        let (origin, first, second) = (
            alias("1", revision: "a"), alias("1", weights: ["2": 0.1], revision: "b"),
            alias("1", weights: ["2": 0.5], revision: "c")
        )
        let shift = Fact.traffic(.shiftBegan(origin: origin, standing: origin, to: "2"))
        let journal = journal(
            shift, .engine(.aliasWriteSent(from: origin, to: first.routing)), .traffic(.shifted(first, to: .all)),
            .engine(.aliasWriteSent(from: first, to: second.routing)))
        let refused = journal.aliasWriteInDoubt(after: .functionMissing)
        #expect(refused?.origin == origin)
        #expect(refused?.base == first)
        #expect(refused?.ours == [first.routing, second.routing])
    }

    @Test func aShiftThatAnEarlierRunLeftGoesBackAsWell() {
        let (origin, standing) = (alias("1", revision: "a"), alias("1", weights: ["2": 0.1], revision: "a"))
        let journal = journal(.traffic(.shiftBegan(origin: origin, standing: standing, to: "2")))
        #expect(journal.aliasWriteInDoubt(after: .engine(.cancelled))?.base == standing)
    }

    @Test func afterARivalOnlyTheRevisionThatWeWroteIsOurs() {
        let (origin, first) = (alias("1", revision: "a"), alias("1", weights: ["2": 0.1], revision: "b"))
        let rival = DeploymentFailure.conflict(Rival(during: .updateAlias, differences: []), conflicts: 1)
        let shift = Fact.traffic(.shiftBegan(origin: origin, standing: origin, to: "2"))
        let sent = Fact.engine(.aliasWriteSent(from: origin, to: first.routing))
        let answered = journal(shift, sent, .traffic(.shifted(first, to: .all)))
        #expect(answered.aliasWriteInDoubt(after: rival)?.base == first)
        #expect(answered.aliasWriteInDoubt(after: rival)?.ours == [])
        #expect(answered.aliasWriteInDoubt(after: .engine(.cancelled))?.ours == [first.routing])
        #expect(journal(shift, sent).aliasWriteInDoubt(after: rival)?.ours == [first.routing])
    }

    @Test func whatIsThereAfterTheAliasWasGoneIsNotOurs() {
        let (origin, first) = (alias("1", revision: "a"), alias("1", weights: ["2": 0.1], revision: "b"))
        let rival = DeploymentFailure.conflict(Rival(during: .updateAlias, differences: []), conflicts: 1)
        let update = journal(
            .engine(.aliasWriteSent(from: origin, to: first.routing)),
            .engine(.answerLost(.updateAlias, reason: "reset")),
            .engine(.aliasGone(name: "live")))
        #expect(update.aliasWriteInDoubt(after: rival) == nil)
        let creation = journal(
            .engine(.aliasWriteSent(from: nil, to: first.routing)), .engine(.answerLost(.createAlias, reason: "reset")),
            .engine(.aliasGone(name: "live")))
        #expect(creation.aliasWriteInDoubt(after: rival)?.ours == [first.routing])
    }

    @Test func beforeTheFirstShareThereIsNothingToPutBack() {
        let origin = alias("1", revision: "a")
        let journal = journal(.traffic(.shiftBegan(origin: origin, standing: origin, to: "2")))
        #expect(journal.aliasWriteInDoubt(after: .engine(.cancelled)) == nil)
    }
}
