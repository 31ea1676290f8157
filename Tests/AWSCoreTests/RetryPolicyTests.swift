import HTTP
import Testing

@testable import AWSCore

@Test(arguments: [AWSCall.Effect.read, .write])
func whoeverCannotBeTrustedIsNotAskedAgain(_ effect: AWSCall.Effect) {
    let setback = Setback(HTTPFailure.untrusted(reason: "a certificate"))
    var policy = RetryPolicy(mostTries: 100)
    #expect(policy.next(after: setback, effect: effect, hasOtherKeys: false, random: 0.5) == .giveUp)
    #expect(setback.failure(of: "Op") == .unreachable(operation: "Op", reason: "a certificate"))
}
