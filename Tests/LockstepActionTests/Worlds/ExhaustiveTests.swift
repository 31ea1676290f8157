import ControlPlaneSimulator
import Testing

@testable import LockstepAction

/// Every single fault at every call, and every move of a rival in every gap, for each kind of deployment.
@Suite struct ExhaustiveTests {
    enum Kind: String, CaseIterable, CustomTestStringConvertible {
        case existing, missing, unchanged, withoutAlias, snapStart

        var testDescription: String { rawValue }

        func bench() async -> Bench {
            var bench = Bench()
            switch self {
            case .existing: break
            case .missing:
                bench.plane = ControlPlane(settings: .ordinary)
                bench.inputs["role"] = "arn:aws:iam::123456789012:role/demo"
                bench.inputs["handler"] = "app.handler"
                bench.inputs["runtime"] = "python3.13"
            case .unchanged: bench.plane = await bench.run().plane
            case .withoutAlias: bench.inputs["alias"] = nil
            case .snapStart: bench.inputs["snap-start"] = #"{"ApplyOn":"PublishedVersions"}"#
            }
            return bench
        }
    }

    private func calls(_ bench: Bench) async -> Int {
        await bench.run().world.sent.count
    }

    @Test(arguments: Kind.allCases)
    func noSingleFaultBreaksAPromiseOrADeployment(kind: Kind) async {
        let bench = await kind.bench()
        let calls = await calls(bench)
        let earlier = bench.plane.history.published("demo").count
        let undisturbed = await bench.run()
        for number in 1...calls {
            for fault in Fault.allCases {
                let run = await bench.run { $0.inject(fault, on: .number(number)) }
                let violations = Judgement(run: run, memory: 256).violations
                #expect(violations.isEmpty, "\(kind), \(fault) at call \(number): \(violations)\n\(run.log)")
                #expect(run.exitCode == 0, "\(kind), \(fault) at call \(number)\n\(run.log)")
                #expect(
                    run.history.published("demo").count - earlier
                        == undisturbed.history.published("demo").count - earlier,
                    "\(kind), \(fault) at call \(number): a version too many or too few")
                #expect(run.output(.conflicts) == "0" || !fault.blamesNobody, "\(kind), \(fault) at call \(number)")
            }
        }
    }

    @Test(arguments: Kind.allCases)
    func noRivalInAnyGapIsOverwrittenBlindlyPublishedOrRoutedTo(kind: Kind) async {
        let bench = await kind.bench()
        let calls = await calls(bench)
        for number in 1...calls {
            for move in RivalMove.allCases {
                for moment in [Moment.before(.number(number)), .after(.number(number))] {
                    let run = await bench.run { $0.rival(move, function: "demo", alias: "live", at: moment) }
                    let violations = Judgement(run: run, memory: 256).violations
                    #expect(violations.isEmpty, "\(kind), \(move) at \(number): \(violations)\n\(run.log)")
                    #expect(run.exitCode == 0, "\(kind), \(move) at \(number)\n\(run.log)")
                }
            }
        }
    }
}

extension Fault {
    /// Nobody else did anything.
    fileprivate var blamesNobody: Bool { true }
}
