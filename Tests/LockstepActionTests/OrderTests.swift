import ControlPlaneSimulator
import Testing
import Worlds

@testable import LockstepAction

/// Code, then configuration; the other way round where AWS refuses the code for what still stands.
@Suite struct OrderTests {
    private static let codeFirst: [ControlPlaneSimulator.Operation] = [
        .updateFunctionCode, .updateFunctionConfiguration,
    ]

    @Test(arguments: [Kind.blockedRuntime, .layersTooLarge])
    func theConfigurationGoesFirstWhereItIsInTheWayOfTheCode(kind: Kind) async {
        let run = await kind.bench().run()
        #expect(run.exitCode == 0, "\(run.log)")
        #expect(run.updates == Self.codeFirst.reversed())
        #expect(run.aliasVersion == "2")
        #expect(run.warnings.isEmpty)
    }

    @Test func aRuntimeThatDoesNotKnowTheArchitectureIsInTheWayAsWell() async {
        var bench = await Kind.blockedRuntime.bench()
        bench.plane = ControlPlane(settings: .quick)
        bench.plane.add(
            "demo", code: Fixture.oldCode, configuration: ["Runtime": "provided"], versions: 1, alias: "live")
        bench.inputs["architectures"] = "arm64"
        bench.inputs["runtime"] = "provided.al2023"
        bench.inputs["package-checks"] = "off"
        let run = await bench.run()
        #expect(run.exitCode == 0, "\(run.log)")
        #expect(run.updates == Self.codeFirst.reversed())
        #expect(run.demo?.latest.members["Architectures"] == ["arm64"])
    }

    /// From a package with everything in it to layers.
    @Test func layersThatNeedASmallerPackageComeAfterIt() async {
        var bench = Bench()
        bench.plane = ControlPlane(settings: .quick)
        bench.plane.add(
            "demo", code: Fixture.oldCode + [UInt8](repeating: 0, count: 4_000), configuration: [:], versions: 1,
            alias: "live")
        bench.plane.settings.unpackedAtMost = 5_000
        bench.plane.settings.layerSizes = [Fixture.layer: 4_000]
        bench.inputs["layers"] = Fixture.layer
        let run = await bench.run()
        #expect(run.exitCode == 0, "\(run.log)")
        #expect(run.updates == Self.codeFirst)
    }

    /// What the layers are known to take is counted in before anything is written; a second run has nothing to weigh.
    @Test(arguments: [(262_144_000, true), (1_024, false)])
    func aPackageThatIsTooLargeWithItsLayersIsToldBeforehand(layer: Int, isTold: Bool) async {
        var bench = Bench()
        bench.plane = ControlPlane(settings: .quick)
        bench.plane.settings.layerSizes = [Fixture.layer: layer]
        bench.plane.add(
            "demo", code: Fixture.oldCode, configuration: ["Layers": [.string(Fixture.layer)]], versions: 1,
            alias: "live")
        bench.plane.settings.unpackedAtMost = .max
        let run = await bench.run()
        let warnings = run.warnings.filter { $0.contains("too large with its layers") }
        #expect(warnings.count == (isTold ? 1 : 0), "\(run.log)")
        #expect(warnings.allSatisfy { $0.contains("at least 250.0 MB") && $0.contains(Fixture.layer) })
        #expect(run.exitCode == 0)
    }

    @Test(arguments: [(Kind.blockedRuntime, "runtime"), (.layersTooLarge, "layers")])
    func withoutTheInputThatWouldHelpTheErrorNamesIt(kind: Kind, input: String) async {
        var bench = await kind.bench()
        bench.inputs[input] = nil
        let run = await bench.run()
        #expect(run.exitCode == 1)
        #expect(run.updates.isEmpty)
        #expect(run.errors.first?.contains("set \(input) to") == true, "\(run.errors)")
    }

    /// The configuration stays; the error says what stands.
    @Test func codeThatIsRefusedAfterAllIsNotTriedForEver() async {
        var bench = await Kind.layersTooLarge.bench()
        bench.plane.settings.unpackedAtMost = 100
        let run = await bench.run()
        #expect(run.exitCode == 1)
        #expect(run.updates == [.updateFunctionConfiguration])
        #expect(run.history.requests.count { $0.operation == .updateFunctionCode } == 2)
    }
}

extension Run {
    fileprivate var updates: [ControlPlaneSimulator.Operation] {
        writes.filter { $0 == .updateFunctionCode || $0 == .updateFunctionConfiguration }
    }
}
