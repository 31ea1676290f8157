import Testing

@testable import ControlPlaneSimulator

@Suite struct AliasTests {
    @Test func anAliasThatExistsIsNotCreatedAgain() {
        var bench = Bench()
        let reply = bench.call(.post, "/orders/aliases", ["Name": "live", "FunctionVersion": "1"])
        #expect(reply.status == 409)
        #expect(reply.message == "Alias already exists: \(bench.arn):live")
    }

    @Test func eachOperationHasItsOwnWordsForAMissingAlias() {
        var bench = Bench()
        let update = bench.call(.put, "/orders/aliases/none", [:])
        let get = bench.call(.get, "/orders/aliases/none", [:])
        #expect(update.status == 404 && get.status == 404)
        #expect(update.message == "Alias not found: \(bench.arn):none")
        #expect(get.message == "Cannot find alias arn: \(bench.arn):none")
        #expect(bench.call(.delete, "/orders/aliases/none", [:]).status == 204)
    }

    @Test func aVersionThatIsNotThereIsAMissingFunction() {
        var bench = Bench()
        let reply = bench.call(.put, "/orders/aliases/live", ["FunctionVersion": "10"])
        #expect(reply.status == 404)
        #expect(reply.message == "Function not found: \(bench.arn):10")
    }

    @Test func aNameOfDigitsIsInvalid() {
        var bench = Bench()
        let reply = bench.call(.post, "/orders/aliases", ["Name": "123", "FunctionVersion": "1"])
        #expect(reply.error == "ValidationException")
    }

    @Test func weightsStayUnlessTheyAreCleared() {
        var bench = twoVersions()
        let weights: JSON = ["RoutingConfig": ["AdditionalVersionWeights": ["2": 0.1]]]
        #expect(bench.call(.put, "/orders/aliases/live", weights).status == 200)
        let refused = bench.call(.put, "/orders/aliases/live", ["FunctionVersion": "2"])
        #expect(refused.status == 400)
        #expect(
            refused.message
                == "Invalid function version 2. Function version 2 is already included in routing configuration.")
        let cleared = bench.call(.put, "/orders/aliases/live", ["FunctionVersion": "2", "RoutingConfig": [:]])
        #expect(cleared.status == 200)
        #expect(cleared.text.contains("\"RoutingConfig\":null"))
    }

    @Test(arguments: [
        (
            ["2": 0.1, "3": 0.1] as JSON, "1",
            "Number of items in AdditionalVersionWeights cannot be greater than 1"
        ),
        (
            ["2": 0.1] as JSON, "$LATEST",
            "$LATEST is not supported for an alias pointing to more than 1 version"
        ),
    ])
    func routingThatIsNotAllowedIsRefused(weights: JSON, version: String, message: String) {
        var bench = twoVersions()
        let input: JSON = ["FunctionVersion": .string(version), "RoutingConfig": ["AdditionalVersionWeights": weights]]
        let reply = bench.call(.put, "/orders/aliases/live", input)
        #expect(reply.status == 400)
        #expect(reply.message == message)
    }

    @Test func aliasesAreListedByVersion() {
        var bench = Bench()
        let rows = bench.call(.get, "/orders/aliases?FunctionVersion=1", [:]).json["Aliases"]?.array
        #expect(rows?.count == 1)
        #expect(bench.call(.get, "/orders/aliases?FunctionVersion=2", [:]).json["Aliases"] == [])
    }

    private func twoVersions() -> Bench {
        var bench = Bench()
        _ = bench.configure([:])
        bench.settle()
        _ = bench.publish([:])
        return bench
    }
}
