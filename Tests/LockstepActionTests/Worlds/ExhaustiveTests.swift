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
            bench.plane = .withDemo(.quick)
            switch self {
            case .existing: break
            case .missing:
                bench.plane = ControlPlane(settings: .quick)
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

    /// The calls of an undisturbed run, without those in the middle of a long wait: they are all alike.
    private func calls(_ run: Run) -> [Int] {
        let polls = run.world.sent.map { $0.operation == .getFunction }
        return polls.indices.filter { index in
            let neighbours = polls[max(0, index - 2)...min(polls.count - 1, index + 1)]
            return !neighbours.allSatisfy(\.self) || index < 2
        }.map { $0 + 1 }
    }

    @Test(arguments: Kind.allCases)
    func noSingleFaultBreaksAPromiseOrADeployment(kind: Kind) async {
        let bench = await kind.bench()
        let earlier = bench.plane.history.published("demo").count
        let undisturbed = await bench.run()
        let calls = calls(undisturbed)
        #expect(!calls.isEmpty)
        for number in calls {
            for fault in Fault.allCases {
                let run = await bench.run { $0.inject(fault, on: .number(number)) }
                let violations = Judgement(run: run, memory: 256).violations
                #expect(violations.isEmpty, "\(kind), \(fault) at call \(number): \(violations)\n\(run.log)")
                guard !fault.spoilsTheTest(undisturbed.world.sent[number - 1]) else { continue }
                #expect(run.exitCode == 0, "\(kind), \(fault) at call \(number)\n\(run.log)")
                #expect(
                    run.history.published("demo").count - earlier
                        == undisturbed.history.published("demo").count - earlier,
                    "\(kind), \(fault) at call \(number): a version too many or too few")
                #expect(run.output(.conflicts) == "0", "\(kind), \(fault) at call \(number)")
            }
        }
    }

    @Test(arguments: Kind.allCases)
    func noRivalInAnyGapIsOverwrittenBlindlyPublishedOrRoutedTo(kind: Kind) async {
        let bench = await kind.bench()
        let calls = calls(await bench.run())
        #expect(!calls.isEmpty)
        for number in calls {
            for move in RivalMove.allCases {
                let gap = Moment.before(.number(number))
                let run = await bench.run { $0.rival(move, function: "demo", alias: "live", at: gap) }
                let violations = Judgement(run: run, memory: 256).violations
                #expect(violations.isEmpty, "\(kind), \(move) at \(number): \(violations)\n\(run.log)")
                #expect(run.exitCode == 0, "\(kind), \(move) at \(number)\n\(run.log)")
            }
        }
    }
}

extension ControlPlane.Settings {
    /// Short updates: fewer polls, and so fewer worlds that are alike.
    fileprivate static var quick: ControlPlane.Settings {
        var settings = ordinary
        settings.creation = .succeeds(after: .milliseconds(500))
        settings.codeUpdate = .succeeds(after: .milliseconds(500))
        settings.configurationUpdate = .succeeds(after: .milliseconds(500))
        settings.snapStart = .succeeds(after: .seconds(3))
        return settings
    }
}

extension Fault {
    /// Nobody can tell a spoilt answer of the function from one that the function meant.
    fileprivate func spoilsTheTest(_ request: SentRequest) -> Bool {
        request.operation == .invoke && (self == .cutOff || self == .garbage)
    }
}
