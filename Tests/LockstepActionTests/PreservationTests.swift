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
}
