import Testing

@testable import ControlPlaneSimulator

/// Provisioned concurrency on an alias that moves.
@Suite struct WarmUpTests {
    private static let path = "/2019-09-30/functions/orders/provisioned-concurrency?Qualifier="

    private func bench(inAnswer: Bool) -> Bench {
        var bench = Bench()
        bench.plane.settings.showsWarmUpInAnswer = inAnswer
        bench.plane.provision("live", of: "orders")
        _ = bench.updateCode("new", [:])
        bench.settle()
        _ = bench.publish([:])
        return bench
    }

    @Test(arguments: [true, false]) func anAliasThatIsMovedKeepsItsTrafficUntilItIsWarm(inAnswer: Bool) {
        var bench = bench(inAnswer: inAnswer)
        let moved = bench.call(.put, "/orders/aliases/live", ["FunctionVersion": "2"]).json
        #expect((moved["RoutingConfig"]?["AdditionalVersionWeights"] != nil) == inAnswer)
        let alias = bench.call(.get, "/orders/aliases/live", [:]).json
        #expect(alias["RoutingConfig"]?["AdditionalVersionWeights"] == ["1": 1])
        #expect((alias["RevisionId"] == moved["RevisionId"]) == inAnswer)
        #expect(bench.call(.get, Self.path + "live", [:], headers: [:]).json["Status"] == "IN_PROGRESS")
        bench.settle()
        let warm = bench.call(.get, "/orders/aliases/live", [:]).json
        #expect(warm["RoutingConfig"]?["AdditionalVersionWeights"] == nil && warm["RevisionId"] != alias["RevisionId"])
        #expect(bench.call(.get, Self.path + "live", [:], headers: [:]).json["Status"] == "READY")
    }

    @Test func whereNoneIsProvisionedItIsNotFound() {
        var bench = bench(inAnswer: false)
        let reply = bench.call(.get, Self.path + "1", [:], headers: [:])
        #expect(reply.status == 404 && reply.error == "ProvisionedConcurrencyConfigNotFoundException")
    }

    /// Neither is established.
    @Test func statusAndWeightMayLag() {
        var bench = bench(inAnswer: false)
        bench.plane.settings.warmUpStatusLag = .seconds(1)
        bench.plane.settings.warmUpWeightLag = .seconds(1)
        _ = bench.call(.put, "/orders/aliases/live", ["FunctionVersion": "2"])
        #expect(status(&bench) == "READY" && weights(&bench) == ["1": 1])
        bench.now += .seconds(1)
        #expect(status(&bench) == "IN_PROGRESS")
        bench.now += .seconds(19)
        #expect(status(&bench) == "READY" && weights(&bench) == ["1": 1])
        bench.now += .seconds(1)
        #expect(weights(&bench) == nil)
    }

    private func status(_ bench: inout Bench) -> JSON? {
        bench.call(.get, Self.path + "live", [:], headers: [:]).json["Status"]
    }

    private func weights(_ bench: inout Bench) -> JSON? {
        bench.call(.get, "/orders/aliases/live", [:]).json["RoutingConfig"]?["AdditionalVersionWeights"]
    }
}
