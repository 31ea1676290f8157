import ControlPlaneSimulator
import FoundationEssentials
import Testing
import Worlds

@testable import LockstepAction

/// What a stranger reads first is kept as text, so that whoever changes a word sees what it does to the whole.
@Suite struct FoldedLogTests {
    /// After a change that is meant: `LOCKSTEP_RECORD=1 swift test --filter FoldedLogTests`, and read what git shows.
    @Test(arguments: Self.cases) func isAsItIsKept(_ example: Example) async throws {
        let text = FoldedLog(await example.run()).text
        if ProcessInfo.processInfo.environment["LOCKSTEP_RECORD"] != nil {
            try text.write(to: KeptLog.url(example.name), atomically: true, encoding: .utf8)
        }
        let kept = try KeptLog.text(example.name)
        #expect(text == kept)
    }

    @Test func nothingIsKeptThatNobodyCompares() throws {
        let folder = KeptLog.url("x").deletingLastPathComponent().path
        let kept = try FileManager.default.contentsOfDirectory(atPath: folder)
        #expect(kept.sorted() == Self.cases.map { "\($0.name).txt" }.sorted())
    }

    struct Example: Sendable, CustomTestStringConvertible {
        let name: String
        let run: @Sendable () async -> Run

        init(_ name: String, _ run: @escaping @Sendable () async -> Run) {
            self.name = name
            self.run = run
        }

        /// Something is other than in the kind's bench.
        init(_ name: String, _ kind: Kind, _ change: @escaping @Sendable (inout Bench) -> Void) {
            self.init(name) {
                var bench = await kind.bench()
                change(&bench)
                return await bench.run()
            }
        }

        var testDescription: String { name }
    }

    private static let cases = [
        Example("deployed", .existing) { _ in },
        Example("unchanged", .unchanged) { _ in },
        Example("created", .missing) { _ in },
        Example("without-alias", .withoutAlias) { _ in },
        Example("conflict-settled") {
            await Bench().run {
                $0.rival(
                    .configuration, function: "demo", alias: "live",
                    at: .before(.operation(.updateFunctionConfiguration, occurrence: 1)))
            }
        },
        Example("conflict-not-settled") {
            var bench = Bench()
            bench.inputs["on-conflict"] = "fail"
            return await bench.run {
                $0.rival(
                    .configuration, function: "demo", alias: "live",
                    at: .before(.operation(.updateFunctionConfiguration, occurrence: 1)))
            }
        },
        Example("smoke-test-failed", .existing) { $0.meet(.testUnexpected) },
        Example("put-back", .withoutAlias) { $0.meet(.testUnexpected) },
        Example("canary", .canary) { _ in },
        Example("alarm") {
            await Kind.canary.bench().run { $0.alarm(Fixture.alarm, turns: "ALARM", at: .time(.seconds(32))) }
        },
        Example("rolled-back", .rollback) { _ in },
        Example("superseded", .numbered) { $0.meet(.superseded) },
        Example("planned", .existing) { $0.inputs["mode"] = "plan" },
        Example("no-such-function", .existing) { $0.plane = ControlPlane(settings: .ordinary) },
        Example("not-allowed", .existing) { $0.plane.settings.denied.insert(.publishVersion) },
        Example("throttled") {
            await Bench().run { world in
                for number in 3...5 { world.inject(.throttledRetryAfter, on: .number(number)) }
            }
        },
        Example("wrong-inputs", .existing) {
            $0.inputs["timeout"] = "0"
            $0.inputs["environment"] = "TOKEN=1"
        },
    ]
}
