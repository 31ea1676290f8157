import AWSServices
import Engine
import Samples
import Testing

@testable import Deployment

/// Whose a weight is on an alias that was moved from version 1 to version 2.
@Suite struct WarmUpTests {
    private static let whole = Routing(version: "2")
    private static let held = Routing(version: "2", weights: ["1": 1])

    private func warmUp(_ seen: Routing, _ provisioning: Provisioning) -> WarmUp {
        WarmUp(seen, movedTo: "2", from: alias("1"), provisioning)
    }

    private func told(_ state: ProvisionedConcurrency.State) -> Provisioning {
        .told(ProvisionedConcurrency(state: state, reason: nil))
    }

    @Test func aWeightIsAWSsOwnOnlyWhileItSaysThatItIsAtWork() {
        #expect(warmUp(Self.held, told(.inProgress)) == .notYet)
        #expect(warmUp(Self.held, told(.ready)) == .unexplained)
        #expect(warmUp(Self.held, .told(nil)) == .unexplained)
        #expect(warmUp(Self.held, told(.other("ASLEEP"))) == .notYet)
    }

    @Test func itIsWarmWhenTheWeightIsGoneAndReadyIsSaid() {
        #expect(warmUp(Self.whole, told(.ready)) == .warm)
        #expect(warmUp(Self.whole, .told(nil)) == .warm)
        #expect(warmUp(Self.whole, told(.inProgress)) == .notYet)
        #expect(warmUp(Self.whole, told(.other("ASLEEP"))) == .notYet)
    }

    @Test func aFailureCountsWhateverTheAliasShows() {
        for seen in [Self.whole, Self.held] {
            let failed = Provisioning.told(ProvisionedConcurrency(state: .failed, reason: "FUNCTION_ERROR"))
            #expect(warmUp(seen, failed) == .failed(reason: "FUNCTION_ERROR"))
        }
    }

    @Test func whereNobodyMayAskAWSIsBelieved() {
        #expect(warmUp(Self.held, .untold) == .notYet)
        #expect(warmUp(Self.whole, .untold) == .warm)
    }

    @Test(arguments: [
        Routing(version: "2", weights: ["1": 0.5]), Routing(version: "2", weights: ["3": 1]), Routing(version: "3"),
        Routing(version: "1"), Routing(version: "2", weights: ["1": 1, "3": 0]),
    ])
    func everythingElseIsSomebodyElses(seen: Routing) {
        for provisioning in [told(.inProgress), told(.ready), .untold, .told(nil)] {
            #expect(warmUp(seen, provisioning) == .somebodyElses)
        }
    }

    // What several looks say, each with the second that it is taken at.

    private func judged(
        _ looks: [(Double, Routing, ProvisionedConcurrency.State)], limit: Duration = .seconds(300)
    ) -> [WarmUp] {
        var watch = WarmUpWatch(began: .seconds(100), limit: limit)
        return looks.map { at, routing, state in
            let told = told(state)
            return watch.judge(warmUp(routing, told), told, at: .seconds(100 + at))
        }
    }

    @Test func aStatusThatLagsBehindTheMoveIsNoVerdict() {
        let whole = Self.whole
        let held = Self.held
        #expect(
            judged([(0, whole, .ready), (0.6, held, .ready), (1, held, .inProgress), (20, whole, .ready)])
                == [.notYet, .notYet, .notYet, .warm])
        let failed = WarmUp.failed(reason: "AWS gave no reason")
        #expect(
            judged([(0, held, .failed), (0.5, held, .inProgress), (2, held, .failed)]) == [.notYet, .notYet, failed])
    }

    @Test func whatIsToldAllTheTimeCountsInTheEnd() {
        #expect(judged([(0, Self.whole, .ready), (9, Self.whole, .ready), (10, Self.whole, .ready)]).last == .warm)
        #expect(judged([(0, Self.whole, .ready), (3, Self.whole, .ready)], limit: .seconds(3)).last == .warm)
        let looks = judged([(0, Self.held, .failed), (9, Self.held, .failed), (10, Self.held, .failed)])
        #expect(looks == [.notYet, .notYet, .failed(reason: "AWS gave no reason")])
    }

    @Test func aWeightMayOutlastReadyForAWhile() {
        let begin = [(0.0, Self.held, ProvisionedConcurrency.State.inProgress), (20, Self.held, .ready)]
        #expect(judged(begin + [(23, Self.held, .ready), (24, Self.whole, .ready)]).suffix(2) == [.notYet, .warm])
        #expect(
            judged(begin + [(29, Self.held, .ready), (30, Self.held, .ready)]).suffix(2) == [.notYet, .somebodyElses])
    }

    @Test func anotherRoutingIsSomebodysAtTheSecondLook() {
        let other = Routing(version: "3")
        #expect(judged([(0, other, .inProgress), (0.2, other, .inProgress)]) == [.notYet, .somebodyElses])
        #expect(
            judged([(0, other, .inProgress), (0.2, Self.held, .inProgress), (0.4, other, .inProgress)]).last == .notYet)
    }
}
