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
        #expect(warmUp(Self.held, told(.ready)) == .somebodyElses)
        #expect(warmUp(Self.held, .told(nil)) == .somebodyElses)
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
}
