import Testing

@testable import Identity

@Test func credentialsAreRenewedBeforeTheyEndByOneAtATime() {
    func step(_ left: Int?, refused: Bool = false, renewing: Bool = false, tooSoon: Bool = false, last: Bool = false)
        -> RenewalStep
    {
        RenewalStep(
            left: left.map { .seconds($0) }, isRefused: refused, isRenewing: renewing, isTooSoon: tooSoon, isLast: last)
    }
    #expect(step(nil) == .use && step(301) == .use && step(301, renewing: true) == .use)
    #expect(step(300) == .renew(isUsable: true) && step(1) == .renew(isUsable: true))
    #expect(step(300, renewing: true) == .use && step(300, tooSoon: true) == .use)
    #expect(step(0) == .renew(isUsable: false) && step(0, tooSoon: true) == .renew(isUsable: false))
    #expect(step(0, renewing: true) == .wait)
    #expect(step(59, tooSoon: true, last: true) == .giveUp && step(59, renewing: true, last: true) == .giveUp)
    #expect(
        step(0, last: true) == .renew(isUsable: false) && step(59, refused: true, last: true) == .renew(isUsable: false)
    )
    #expect(step(nil, refused: true) == .renew(isUsable: false) && step(900, refused: true, renewing: true) == .wait)
}

@Test func ofATokenTheClaimsAreReadThatPoliciesCompare() throws {
    // {"sub":"repo:o/r:ref:x?>","aud":["a","b"],"jti":"1","environment":"prod"} and a header of {}.
    let token = try #require(
        IdentityToken(
            "e30.eyJzdWIiOiJyZXBvOm8vcjpyZWY6eD8-IiwiYXVkIjpbImEiLCJiIl0sImp0aSI6IjEiLCJlbnZpcm9ubWVudCI6InByb2QifQ.c2ln"
        ))
    #expect(
        token.claims == [
            Claim(name: "aud", value: #"["a","b"]"#), Claim(name: "sub", value: "repo:o/r:ref:x?>"),
            Claim(name: "environment", value: "prod"),
        ])
    #expect("\(token)".contains("***") && !"\(token)".contains("c2ln"))
}

@Test(arguments: ["", "a.b", "a.b.c.d", "a..c", "a.b c.d", "a.b.c\n"])
func whatIsNoTokenIsNone(text: String) {
    #expect(IdentityToken(text) == nil)
}

@Test func aTokenWhoseClaimsCannotBeReadIsOneAllTheSame() {
    #expect(IdentityToken("a.b.c")?.claims == [])
}

@Test func allThatIsAskedForKeysHasOneDeadlineTogether() async throws {
    let wire = ChainBench().wire
    #expect(wire.left == .seconds(60))
    try await wire.clock.sleep(for: .seconds(50))
    #expect(wire.left == .seconds(10))
}
