import ControlPlaneSimulator
import Testing
import Worlds

/// Whoever asks what a function is up to changes nothing, whatever it is up to.
@Suite struct StatusCommandTests {
    private func run(_ kind: Kind, _ change: (inout Bench) -> Void = { _ in }) async -> Run {
        var bench = await kind.bench()
        bench.inputs["mode"] = "status"
        change(&bench)
        return await bench.run()
    }

    @Test(arguments: Kind.allCases.filter { $0 != .missing })
    func everyKindOfFunctionIsShown(kind: Kind) async {
        let run = await run(kind)
        #expect(run.exitCode == 0, "\(run.errors)")
        #expect(run.writes.isEmpty && run.uploads.isEmpty)
        #expect(run.output(.outcome) == "shown" && run.summary.isEmpty)
        #expect(run.log.contains { $0.hasPrefix("demo · https://") }, "\(run.log)")
        let calls = run.history.requests.compactMap(\.operation)
        #expect(calls.first == .getFunction && calls.count <= 8, "\(calls)")
    }

    @Test func oneThatIsNotThereIsAnErrorThatSaysWhereItWasLookedFor() async {
        let run = await run(.missing)
        #expect(run.exitCode == 1 && run.errors.count == 1)
        #expect(run.errors.first?.contains("There is no function demo") == true, "\(run.errors)")
    }

    @Test func ofSeveralTheOthersAreShown() async {
        let run = await run(.existing) { $0.inputs["function-name"] = "nope, demo" }
        #expect(run.exitCode == 1 && run.errors.count == 1)
        #expect(run.errors.first?.contains("title=nope%3A the function does not exist") == true, "\(run.errors)")
        #expect(run.log.contains { $0.hasPrefix("demo · ") })
    }

    @Test func whatMayNotBeReadIsNamed() async {
        let run = await run(.existing) { $0.plane.settings.denied = [.listAliases, .listVersionsByFunction] }
        #expect(run.exitCode == 0, "\(run.errors)")
        #expect(run.log.contains { $0.contains("Aliases are not shown: ListAliases was refused") }, "\(run.log)")
        #expect(run.log.contains { $0.contains("Versions are not shown: ListVersionsByFunction was refused") })
    }

    @Test func withoutARegionTheErrorSaysSo() async {
        let run = await run(.existing) { $0.inputs["aws-region"] = "nowhere at all" }
        #expect(run.exitCode == 2 && run.errors.count == 1 && run.history.requests.isEmpty, "\(run.errors)")
        #expect(run.errors.first?.contains("aws-region") == true)
    }

    @Test func allThatIsWrongWithTheInputsIsToldAtOnce() async {
        let run = await run(.existing) {
            $0.inputs["function-name"] = "demo,noname!"
            $0.inputs["allowed-account-ids"] = "mine"
        }
        #expect(run.exitCode == 2 && run.errors.count == 2 && run.history.requests.isEmpty, "\(run.errors)")
    }
}
