import ControlPlaneSimulator
import Testing
import Worlds

@testable import LockstepAction

/// What is deployed to, and what is said of a function that nothing can be deployed to.
@Suite struct FunctionStateTests {
    @Test(arguments: ["ImageDeleted", "ImageAccessDenied", "InvalidImage"])
    func newCodeIsTriedOnAFunctionThatLostItsImage(code: String) async {
        var bench = await Kind.image.bench()
        bench.plane.loseImage(of: "demo", code: code)
        let run = await bench.run()
        #expect(run.exitCode == 0, "\(run.log)")
        #expect(run.aliasVersion == "2")
        #expect(run.warnings.count == 1)
        #expect(run.warnings.first?.contains("Failed because of its image") == true)
    }

    /// The image was pushed again under its old digest.
    @Test func theSameImageIsSentAgainAsTheCure() async {
        var bench = await Kind.image.bench()
        bench.plane = await bench.run().plane
        bench.plane.loseImage(of: "demo", code: "ImageDeleted")
        let run = await bench.run()
        #expect(run.exitCode == 0, "\(run.log)")
        #expect(run.demo?.latest.state.value == "Active")
    }

    @Test func thatAWSTakesNoCodeForALostImageIsSaidAtOnce() async {
        var bench = await Kind.imageDeleted.bench()
        bench.plane.settings.curesLostImages = false
        let run = await bench.run()
        #expect(run.exitCode == 1)
        #expect(run.history.requests.count { $0.operation == .updateFunctionCode } == 1)
        #expect(run.errors.first?.contains("UpdateFunctionCode was refused") == true, "\(run.errors)")
        #expect(run.errors.first?.contains("ImageDeleted") == true)
        #expect(run.errors.first?.contains("Delete the function") == false)
    }

    @Test(arguments: [(0, true), (1, false)])
    func onlyWhatWasNeverPublishedMayBeDeleted(versions: Int, isAdvised: Bool) async {
        var bench = Bench()
        bench.plane = ControlPlane(settings: .quick)
        bench.plane.add("demo", code: Fixture.oldCode, configuration: [:], versions: versions, alias: nil)
        bench.meet(.creationFailed)
        let run = await bench.run()
        #expect(run.exitCode == 1)
        #expect(run.writes.isEmpty)
        #expect(run.errors.first?.contains("delete the function, and run again") == isAdvised, "\(run.errors)")
    }

    @Test func aStateThatDoesNotPassIsNamedAndNotCalledAnUpdate() async {
        var bench = Bench()
        bench.meet(.deactivated)
        let run = await bench.run()
        #expect(run.exitCode == 1)
        #expect(run.errors.first?.contains("State: Deactivated") == true, "\(run.errors)")
        #expect(run.errors.first?.contains("waiting longer does not help") == true)
        #expect(!run.log.contains { $0.contains("already in progress") })
    }
}
