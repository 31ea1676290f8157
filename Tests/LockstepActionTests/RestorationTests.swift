import AWSCore
import AWSServices
import ControlPlaneSimulator
import Deployment
import Engine
import Testing
import Worlds

@testable import LockstepAction

/// What a failed run has made of `$LATEST` goes back, and no more than that.
@Suite struct RestorationTests {
    private func failing(_ kind: Kind = .withoutAlias, _ inputs: [String: String] = [:]) async -> Bench {
        var bench = await kind.bench()
        bench.meet(.testFails)
        bench.inputs.merge(inputs) { $1 }
        return bench
    }

    private func standsAsBefore(_ run: Run, _ bench: Bench) -> Bool {
        guard let now = run.demo, let before = bench.plane.function("demo") else { return false }
        return now.latest.code.sha256 == before.latest.code.sha256 && now.tags == before.tags
            && Difference.between(content(before.latest), content(now.latest)).isEmpty
    }

    private func content(_ version: ControlPlane.Version) -> FunctionContent {
        let members = JSONValue(parsing: Array(JSON.object(version.members).text.utf8))?.object ?? [:]
        return FunctionContent(of: FunctionConfiguration(members: members))
    }

    private func says(_ run: Run, _ text: String) -> Bool { run.errors.first?.contains(text) == true }

    @Test func withoutAnAliasItGoesBack() async {
        let bench = await failing()
        let run = await bench.run()
        #expect(run.exitCode == 4)
        #expect(standsAsBefore(run, bench), "\(run.log)")
        #expect(
            run.writes == [
                .updateFunctionCode, .updateFunctionConfiguration, .updateFunctionCode, .updateFunctionConfiguration,
            ])
        #expect(says(run, "It was put back to what it was before this run."), "\(run.errors)")
        #expect(says(run, "code") && !says(run, "callers already get"))
        #expect(run.log.contains("::group::Put $LATEST back"), "\(run.log)")
        #expect(run.history.blindWrites(by: "client").isEmpty)
        #expect(run.output(.codeChanged) == "false" && run.output(.changed) == "true")
    }

    @Test func behindAnAliasItStaysUnlessItIsAsked() async {
        let kept = await failing(.existing).run()
        #expect(kept.writes == [.updateFunctionCode, .updateFunctionConfiguration])
        #expect(says(kept, "It was not put back, because callers of alias live do not get it (on-failure: auto)."))
        let bench = await failing(.existing, ["on-failure": "restore"])
        let asked = await bench.run()
        #expect(standsAsBefore(asked, bench), "\(asked.log)")
        let left = await failing(.withoutAlias, ["on-failure": "keep"]).run()
        #expect(left.writes == [.updateFunctionCode, .updateFunctionConfiguration])
        #expect(says(left, "It was not put back, because on-failure is keep."))
    }

    @Test(arguments: [Kind.image, .tagged, .configured, .uploaded, .blockedRuntime, .layersTooLarge])
    func whateverItWasGoesBack(kind: Kind) async {
        let bench = await failing(kind, ["on-failure": "restore"])
        let run = await bench.run()
        guard kind != .configured else {
            // Of a setting that is a number, and was not there, nobody knows how to take it away.
            return #expect(
                says(run, "It was put back, but these still differ: EphemeralStorage.Novelty"))
        }
        guard kind != .blockedRuntime else {
            // AWS lets nobody go back to a runtime that it has blocked.
            return #expect(says(run, "It was not put back"), "\(run.errors)")
        }
        if kind == .image {
            #expect(run.demo?.latest.code.sha256 == bench.plane.function("demo")?.latest.code.sha256, "\(run.log)")
        } else {
            #expect(standsAsBefore(run, bench), "\(run.log)")
        }
    }

    @Test func whatTheUpdateItselfFailsAtGoesBack() async {
        var bench = await Kind.bare.bench()
        bench.meet(.configurationFails)
        let run = await bench.run()
        #expect(run.exitCode == 1)
        #expect(run.demo?.latest.code.sha256 == bench.plane.function("demo")?.latest.code.sha256, "\(run.log)")
    }

    @Test(arguments: [RivalMove.configuration, .code, .tags])
    func whatOthersHaveChangedSinceStays(move: RivalMove) async {
        let bench = await failing()
        let run = await bench.run {
            $0.rival(move, function: "demo", alias: "live", at: .before(.operation(.invoke, occurrence: 1)))
        }
        let now = run.demo?.latest
        #expect(run.exitCode == 4)
        if move == .configuration {
            #expect(now?.code.sha256 == bench.plane.function("demo")?.latest.code.sha256)
            #expect(now?.members["MemorySize"] == 1024, "\(run.log)")
            #expect(says(run, "Someone else's changes stay: MemorySize"), "\(run.errors)")
        }
        if move == .code { #expect(says(run, "Someone else's changes stay: CodeSha256"), "\(run.errors)") }
    }

    @Test(arguments: [Fault.answerLost, .requestLost, .failedButDone, .throttled])
    func anAnswerThatIsLostOnTheWayBackIsLookedUp(fault: Fault) async {
        let bench = await failing()
        for operation in [ControlPlaneSimulator.Operation.updateFunctionCode, .updateFunctionConfiguration] {
            let run = await bench.run { $0.inject(fault, on: .operation(operation, occurrence: 2)) }
            #expect(standsAsBefore(run, bench), "\(operation): \(run.log)")
        }
    }

    @Test func aFunctionOfThisRunStays() async {
        let bench = await failing(.missing, ["alias": "", "smoke-test-expect": #"{"no":1}"#])
        let run = await bench.run()
        #expect(run.demo != nil)
        #expect(says(run, "This run created the function, and it stays."), "\(run.errors)")
    }

    @Test func whatCannotGoBackIsSaidWithItsCommand() async {
        var bench = await failing()
        bench.plane.settings.codeLinks = .none
        let run = await bench.run()
        #expect(says(run, "It was not put back: the code that stood before could not be kept."), "\(run.errors)")
        #expect(says(run, "aws lambda update-function-configuration --function-name demo --cli-input-json"))
        #expect(run.demo?.latest.code.sha256 == Fixture.digest)
    }

    /// Whoever pastes the command carries out nothing else.
    @Test func theCommandIsOneForAnyText() async {
        var bench = await failing(.withoutAlias, ["function-description": "new"])
        bench.plane = ControlPlane(settings: .quick)
        bench.plane.settings.codeLinks = .none
        bench.plane.add(
            "demo", code: Fixture.oldCode, configuration: ["Description": "it's $(touch pwned) o'clock"], versions: 1,
            alias: "live")
        bench.meet(.testFails)
        let run = await bench.run()
        #expect(says(run, #"{"Description":"it'\''s $(touch pwned) o'\''clock","#), "\(run.errors)")
    }

    @Test func tagsOfOthersStayThoughTheyComeInTheMiddle() async {
        let bench = await failing(.tagged, ["on-failure": "restore"])
        let run = await bench.run {
            $0.rival(
                .tags, function: "demo", alias: "live",
                at: .after(.operation(.updateFunctionConfiguration, occurrence: 2)))
        }
        #expect(run.demo?.tags.keys.sorted() == ["rival"], "\(run.log)")
        #expect(says(run, "Someone else's changes stay: Tags.rival"), "\(run.errors)")
    }

    @Test func whoStartedOverSaysWhatOthersHaveChangedBefore() async {
        let bench = await failing()
        let run = await bench.run {
            $0.rival(
                .configuration, function: "demo", alias: "live",
                at: .before(.operation(.updateFunctionConfiguration, occurrence: 1)))
        }
        #expect(run.demo?.latest.members["MemorySize"] == 1024, "\(run.log)")
        #expect(says(run, "Someone else's changes stay: MemorySize: 128 -> 1024"), "\(run.errors)")
        #expect(!run.warnings.contains { $0.contains("overwritten") }, "\(run.warnings)")
    }

    @Test func withoutRetriesOthersStayAllTheSame() async {
        let bench = await failing(.withoutAlias, ["max-retries": "0"])
        let run = await bench.run {
            $0.rival(
                .configuration, function: "demo", alias: "live",
                at: .before(.operation(.updateFunctionCode, occurrence: 2)))
        }
        #expect(run.demo?.latest.code.sha256 == bench.plane.function("demo")?.latest.code.sha256, "\(run.log)")
    }

    @Test(arguments: (0..<34).map { 20 + 60 * $0 })
    func aCancelledRunIsPutBackInTimeOrSaysSo(milliseconds: Int) async {
        let bench = await Kind.withoutAlias.bench()
        let run = await bench.run(in: bench.world(), author: "client", cancelledAt: .milliseconds(milliseconds))
        guard run.exitCode != 0 else { return }
        #expect(run.duration < .milliseconds(milliseconds + 5000))
        #expect(standsAsBefore(run, bench) || says(run, "It was not put back"), "\(run.log)")
    }
}
