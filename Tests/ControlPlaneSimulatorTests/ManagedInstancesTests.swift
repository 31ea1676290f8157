import Testing

@testable import ControlPlaneSimulator

@Suite struct ManagedInstancesTests {
    private func managed() -> Bench {
        var bench = Bench()
        bench.plane.add(
            "orders", code: zip("old"), configuration: ["CapacityProviderConfig": ["Provider": "p"]], versions: 1,
            alias: "live")
        return bench
    }

    @Test func theFunctionRestsWithoutBeingInvocable() {
        var bench = managed()
        #expect(bench.latest()["State"] == "ActiveNonInvocable")
        #expect(bench.call(.post, "/orders/invocations?Qualifier=$LATEST", [:]).status == 409)
        #expect(bench.call(.post, "/orders/invocations?Qualifier=1", [:]).status == 200)
        _ = bench.configure(["MemorySize": 256])
        bench.settle()
        #expect(bench.latest()["State"] == "ActiveNonInvocable")
        #expect(bench.latest()["LastUpdateStatus"] == "Successful")
    }

    @Test func whatIsPublishedToLatestIsWhatCallersWithoutAVersionReach() {
        var bench = managed()
        let reply = bench.publish(["PublishTo": "LATEST_PUBLISHED"])
        #expect(reply.json["Version"] == "$LATEST.PUBLISHED")
        #expect(reply.json["State"] == "Pending")
        bench.settle()
        #expect(bench.get("$LATEST.PUBLISHED").json["Configuration"]?["State"] == "Active")
        #expect(
            bench.call(.post, "/orders/invocations", [:]).response.headers["X-Amz-Executed-Version"]
                == "$LATEST.PUBLISHED")
        #expect(bench.publish(["PublishTo": "LATEST_PUBLISHED"]).json["State"] == "Active", "nothing was updated since")
        #expect(bench.publish([:]).json["Version"] == "1", "the number that holds the same")
    }

    @Test(arguments: [(true, ["$LATEST", "$LATEST.PUBLISHED", "1"]), (false, ["$LATEST", "1", "$LATEST.PUBLISHED"])])
    func theListShowsItFirstOrLast(isFirst: Bool, expected: [String]) {
        var bench = managed()
        bench.plane.settings.listsLatestPublishedFirst = isFirst
        _ = bench.publish(["PublishTo": "LATEST_PUBLISHED"])
        let list = bench.call(.get, "/orders/versions", [:]).json["Versions"]?.array ?? []
        #expect(list.map { $0["Version"]?.string } == expected)
    }

    @Test func anOrdinaryFunctionHasNone() {
        var bench = Bench()
        #expect(bench.publish(["PublishTo": "LATEST_PUBLISHED"]).status == 400)
    }
}
