import Testing

@testable import ControlPlaneSimulator

/// What a configuration is refused for.
@Suite struct RefusalTests {
    @Test(arguments: [(4085, 200), (4086, 400), (5110, 413)])
    func variablesHaveTwoBounds(letters: Int, status: Int) {
        var bench = Bench()
        let text = JSON.string(String(repeating: "v", count: letters))
        let reply = bench.configure(["Environment": ["Variables": ["NAME": text]]])
        #expect(reply.status == status)
    }

    @Test func aDurableFunctionNeedsATimeThatMayStand() {
        var bench = Bench()
        func update(_ config: JSON) -> Reply {
            bench.settle()
            return bench.configure(["DurableConfig": config])
        }
        #expect(update(["RetentionPeriodInDays": 7]).error == "InvalidParameterValueException")
        #expect(update(["ExecutionTimeout": 60]).status == 200)
        #expect(update(["RetentionPeriodInDays": 7]).json["DurableConfig"]?["ExecutionTimeout"] == 60)
    }
}
