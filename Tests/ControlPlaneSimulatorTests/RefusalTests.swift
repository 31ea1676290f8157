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

    @Test(arguments: ControlPlane.MissingLayer.allCases)
    func aLayerThatIsNotThereIsRefusedWhereverItIsNamed(how: ControlPlane.MissingLayer) {
        var bench = Bench()
        let layer = "arn:aws:lambda:eu-west-1:210987654321:layer:tools:4"
        func look() -> Reply {
            bench.call(.get, "/2018-10-31/layers?find=LayerVersion&Arn=\(layer)", [:], headers: [:])
        }
        #expect(look().json["Version"] == 4)
        bench.plane.settings.missingLayers = [layer: how]
        #expect(look().status == (how == .notShared ? 403 : 404))
        #expect(bench.configure(["Layers": [.string(layer)]]).status == (how == .notShared ? 403 : 400))
    }
}
