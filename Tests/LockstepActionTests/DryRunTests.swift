import ControlPlaneSimulator
import Testing
import Worlds

@testable import LockstepAction

/// `dry-run` is a plan and one UpdateFunctionCode with DryRun after it, which proves what only AWS can tell, and changes nothing.
@Suite struct DryRunTests {
    private static let proof = "Proved by the dry run: AWS accepts this code from these credentials"

    private func bench(_ inputs: [String: String?] = [:]) -> Bench {
        var bench = Bench()
        bench.inputs["dry-run"] = "true"
        for (name, value) in inputs { bench.inputs[name] = value }
        return bench
    }

    private func tries(_ run: Run) -> [JSON] {
        run.history.requests.filter { $0.operation == .updateFunctionCode }.map(\.input)
    }

    @Test(arguments: [Circumstance?.none, .inS3])
    func theCodeIsProvedAfterThePlanAndNothingIsWritten(circumstance: Circumstance?) async {
        var bench = bench()
        if let circumstance { bench.meet(circumstance) }
        let run = await bench.run()
        #expect(run.exitCode == 0 && run.writes.isEmpty, "\(run.log)")
        #expect(!run.history.revisions.contains { $0.author == "client" })
        #expect(tries(run).count == 1 && tries(run)[0]["DryRun"] == true && tries(run)[0]["RevisionId"] == nil)
        #expect(run.history.requests.last?.operation == .updateFunctionCode)
        #expect(run.log.contains(Self.proof), "\(run.log)")
        #expect(run.summary.contains("- \(Self.proof)\n- Not proved: every other permission"), "\(run.summary)")
        #expect(run.output(.dryRun) == "proved" && run.output(.outcome) == "planned")
    }

    @Test func anImageIsProved() async {
        var bench = await Kind.image.bench()
        bench.inputs["dry-run"] = "true"
        let run = await bench.run()
        #expect(run.exitCode == 0 && tries(run).count == 1 && run.writes.isEmpty, "\(run.log)")
        #expect(run.output(.dryRun) == "proved")
    }

    @Test func modePlanOnlyReads() async {
        let run = await bench(["dry-run": nil, "mode": "plan"]).run()
        #expect(run.exitCode == 0 && tries(run).isEmpty, "\(run.log)")
        #expect(run.output(.dryRun) == "" && !run.log.contains { $0.lowercased().contains("dry run") })
    }

    private static let notMade: [(kind: Kind, inputs: [String: String], told: String)] = [
        (.missing, [:], "AWS has none for creating a function"),
        (.unchanged, [:], "it already matches"),
        (.uploaded, [:], "would be uploaded to S3 first"),
        (.rollback, ["mode": "plan", "rollback-to": "previous"], "a rollback sends no code"),
        (.existing, ["endpoint-url": "https://lambda.eu-west-1.amazonaws.com"], "not AWS's own"),
    ]

    @Test(arguments: notMade.indices)
    func whereItProvesNothingItIsNotMadeAndThatIsSaid(index: Int) async {
        let (kind, inputs, told) = Self.notMade[index]
        var bench = await kind.bench()
        bench.inputs["dry-run"] = "true"
        bench.inputs.merge(inputs) { $1 }
        let run = await bench.run()
        #expect(run.exitCode == 0 && tries(run).isEmpty && run.writes.isEmpty, "\(run.log)")
        #expect(run.log.contains { $0.hasPrefix("No dry run") && $0.contains(told) }, "\(run.log)")
        #expect(run.summary.contains("No dry run"), "\(run.summary)")
        #expect(run.output(.dryRun) == "not-proved")
    }

    @Test func whoWouldGiveWayToANewerRunMakesNone() async {
        var bench = await Kind.numbered.bench()
        bench.meet(.superseded)
        bench.inputs["dry-run"] = "true"
        let run = await bench.run()
        #expect(run.exitCode == 0 && tries(run).isEmpty, "\(run.log)")
        #expect(run.log.contains { $0.contains("give way to a newer run") && $0.hasPrefix("No dry run") }, "\(run.log)")
    }

    @Test func aPackageThatIsUploadedAlreadyIsProved() async {
        var bench = await Kind.uploaded.bench()
        bench.meet(.objectThere)
        bench.inputs["dry-run"] = "true"
        let run = await bench.run()
        #expect(run.exitCode == 0 && run.uploads.isEmpty && run.output(.dryRun) == "proved", "\(run.log)")
        #expect(tries(run).first?["S3Bucket"] == "packages")
    }

    /// GetFunction may be all that a plan needs.
    @Test func aMissingPermissionFailsTheRun() async {
        var bench = bench()
        bench.plane.settings.denied = [.updateFunctionCode]
        let run = await bench.run()
        #expect(run.exitCode == 1 && run.writes.isEmpty && run.errors.count == 1, "\(run.log)")
        #expect(run.errors.first?.contains("allow lambda:UpdateFunctionCode") == true, "\(run.errors)")
        #expect(run.errors.first?.contains("as before this run") == true, "\(run.errors)")
        #expect(run.output(.outcome) == "failed" && run.output(.dryRun) == "not-proved")
    }

    @Test func whatAWSWouldRefuseFailsTheRunWithItsDiagnosis() async {
        var bench = await Kind.blockedRuntime.bench()
        bench.inputs["runtime"] = nil
        bench.inputs["dry-run"] = "true"
        let run = await bench.run()
        #expect(run.exitCode == 1 && run.errors.first?.contains("set runtime to one") == true, "\(run.log)")
    }

    /// A deployment would do well there.
    @Test func aRefusalThatADeploymentGetsOverIsNoFailure() async {
        var bench = await Kind.blockedRuntime.bench()
        bench.inputs["dry-run"] = "true"
        let run = await bench.run()
        #expect(run.exitCode == 0 && run.output(.dryRun) == "not-proved", "\(run.log)")
        #expect(run.log.contains { $0.contains("because of the current Runtime") }, "\(run.log)")
    }

    /// Whether AWS refuses a dry run then is not established.
    @Test(arguments: [true, false])
    func anUpdateInProgressIsNoFailure(isRefused: Bool) async {
        var bench = bench()
        bench.plane.settings.refusesDryRunsMeanwhile = isRefused
        let run = await bench.run {
            $0.rival(
                .configuration, function: "demo", alias: "live",
                at: .before(.operation(.updateFunctionCode, occurrence: 1)))
        }
        #expect(run.exitCode == 0 && run.writes.isEmpty, "\(run.log)")
        #expect(run.output(.dryRun) == (isRefused ? "not-proved" : "proved"))
        #expect(run.log.contains { $0.contains("Not proved: an update is in progress") } == isRefused, "\(run.log)")
    }

    @Test(arguments: Fault.allCases)
    func aLostAnswerIsAskedForAgain(fault: Fault) async {
        let run = await bench().run { $0.inject(fault, on: .operation(.updateFunctionCode, occurrence: 1)) }
        #expect(run.exitCode == 0 && run.writes.isEmpty && run.output(.dryRun) == "proved", "\(run.log)")
    }
}
