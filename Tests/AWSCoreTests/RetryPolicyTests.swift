import HTTP
import Testing

@testable import AWSCore

@Test(arguments: [AWSCall.Effect.read, .write])
func whoeverCannotBeTrustedIsNotAskedAgain(_ effect: AWSCall.Effect) {
    let setback = Setback(HTTPFailure.untrusted(reason: "a certificate"))
    var policy = RetryPolicy(mostTries: 100, reachability: .proven)
    #expect(policy.next(after: setback, effect: effect, hasOtherKeys: false, random: 0.5) == .giveUp)
    #expect(setback.failure(of: "Op") == .unreachable(operation: "Op", reason: "a certificate"))
}

/// With the longest pauses that there can be.
private func pauses(after setback: Setback, _ reachability: Reachability) -> [Duration] {
    var policy = RetryPolicy(mostTries: 100, reachability: reachability)
    var pauses: [Duration] = []
    while let pause = policy.next(after: setback, effect: .write, hasOtherKeys: false, random: 1).pause {
        pauses.append(pause)
    }
    return pauses
}

@Test(arguments: [
    (Setback.unresolved(reason: "no such name"), 5.0), (.notSent(reason: "refused"), 10),
])
func whereNobodyHasEverAnsweredItIsToldInSeconds(_ setback: Setback, _ seconds: Double) {
    let first = pauses(after: setback, .unknown)
    #expect(first.reduce(.zero, +) < .seconds(seconds), "\(first)")
    #expect(first.count >= 4, "a moment's trouble at the start is no failure")
}

@Test(arguments: [Setback.unresolved(reason: "no such name"), .notSent(reason: "refused")])
func anOutageOfWhoHasAnsweredIsBorne(_ setback: Setback) {
    #expect(pauses(after: setback, .proven).count == 7)
}
