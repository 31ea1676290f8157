import ControlPlaneSimulator
import Testing
import Worlds

@testable import LockstepAction

/// What UpdateFunctionCode resets unless it is sent along.
@Suite struct PreservationTests {
    @Test func codeThatLambdaReadsFromS3AndItsKeyStayAsTheyAre() async {
        var bench = Bench()
        bench.meet(.referenced)
        let run = await bench.run()
        #expect(run.exitCode == 0, "\(run.log)")
        #expect(run.demo?.latest.code.reference?.key == "demo.zip")
        #expect(run.demo?.latest.code.kmsKeyArn == Fixture.key)
        #expect(run.warnings.isEmpty)
        bench.plane = run.plane
        let second = await bench.run()
        #expect(second.output(.outcome) == "unchanged", "\(second.log)")
    }

    @Test func codeInTheRequestLosesTheStorageModeWithAWarning() async {
        var bench = Bench()
        bench.plane.setStorage(
            of: "demo", kmsKeyArn: Fixture.key, reference: .init(bucket: "packages", key: "old.zip", version: nil))
        let run = await bench.run()
        #expect(run.exitCode == 0, "\(run.log)")
        #expect(run.demo?.latest.code.reference == nil)
        #expect(run.demo?.latest.code.kmsKeyArn == Fixture.key)
        #expect(run.warnings.count == 1)
        #expect(run.warnings.first?.contains("Lambda keeps its own copy from now on") == true)
    }

    @Test func theKeyThatIsGivenWins() async {
        let other = Fixture.key.replacing("000001", with: "000002")
        var bench = Bench()
        bench.meet(.referenced)
        bench.inputs["source-kms-key-arn"] = other
        let run = await bench.run()
        #expect(run.demo?.latest.code.kmsKeyArn == other, "\(run.log)")
    }

    private func referenced(_ circumstance: Circumstance, _ inputs: [String: String] = [:]) -> Bench {
        var bench = Bench()
        bench.meet(.referenced)
        bench.meet(circumstance)
        bench.inputs.merge(inputs) { $1 }
        return bench
    }

    @Test func whatNobodyTellsMayBeResetWithAWarningBeforeIt() async {
        let run = await referenced(.withoutGetFunction).run()
        #expect(run.exitCode == 0 && run.warnings.count == 1, "\(run.log)")
        let text = run.warnings.first ?? ""
        #expect(
            text.contains("source-kms-key-arn") && text.contains("REFERENCE") && text.contains("lambda:GetFunction"))
        let told = run.entries.first { if case .storageUntold = $0.fact { true } else { false } }
        let sent = run.history.requests.first { $0.operation == .updateFunctionCode }
        #expect(told.map { run.began + $0.at <= sent?.at ?? .zero } == true)
    }

    @Test func aKeyThatIsGivenIsSentWhoeverTells() async {
        let run = await referenced(.withoutGetFunction, ["source-kms-key-arn": Fixture.key]).run()
        #expect(run.demo?.latest.code.kmsKeyArn == Fixture.key, "\(run.log)")
        #expect(run.warnings.count == 1 && run.warnings.first?.contains("source-kms-key-arn") == false)
        var again = referenced(.withoutGetFunction, ["source-kms-key-arn": Fixture.key])
        again.plane = run.plane.withoutHistory
        let second = await again.run()
        #expect(second.writes.isEmpty && second.output(.outcome) == "unchanged", "\(second.log)")
        #expect(second.warnings.first?.contains("source-kms-key-arn was not compared") == true)
    }

    @Test func anImageHasNeitherKeyNorMode() async {
        var bench = await Kind.image.bench()
        bench.meet(.withoutGetFunction)
        #expect(await bench.run().warnings.isEmpty)
    }

    /// A policy for the function alone: what is told of `$LATEST` is told after a look at a version as before.
    @Test func whatIsDeniedOfVersionsIsToldOfLatest() async {
        let bench = referenced(.withoutGetFunctionOfVersions)
        let run = await bench.run {
            $0.rival(
                .configuration, function: "demo", alias: "live",
                at: .before(.operation(.publishVersion, occurrence: 1)))
        }
        #expect(run.exitCode == 0 && run.output(.conflicts) == "1", "\(run.log)")
        #expect(run.warnings.allSatisfy { $0.contains("overwritten") }, "\(run.warnings)")
        #expect(run.demo?.latest.code.kmsKeyArn == Fixture.key && run.demo?.latest.code.reference != nil)
        var again = bench
        again.plane = run.plane.withoutHistory
        let second = await again.run()
        #expect(second.writes.isEmpty && second.output(.outcome) == "unchanged", "\(second.log)")
    }
}
