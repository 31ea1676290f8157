import ControlPlaneSimulator
import Testing
import Worlds

@testable import LockstepAction

/// What cannot work is told before anything is written.
@Suite struct PackageCheckTests {
    private static let told = "The handler other.handler needs 'other.py' or 'other/__init__.py' (python3.13)"

    private func bench(_ inputs: [String: String?]) -> Bench {
        var bench = Bench()
        bench.inputs["handler"] = "other.handler"
        bench.inputs["layers"] = "[]"
        for (name, value) in inputs { bench.inputs[name] = value }
        return bench
    }

    @Test(arguments: ["deploy", "plan"])
    func aPackageWithoutItsHandlerIsRefusedBeforeTheFirstWrite(mode: String) async {
        let run = await bench(["mode": mode]).run()
        #expect(run.exitCode == 1)
        #expect(run.writes.isEmpty)
        #expect(run.errors.count == 1)
        #expect(run.errors.first?.contains(Self.told) == true, "\(run.errors)")
        #expect(run.errors.first?.contains("set package-checks: warn") == true, "\(run.errors)")
    }

    @Test func whatIsWrongWithASelectionIsToldOnce() async {
        var bench = Bench()
        bench.inputs = [
            "mode": "package", "code-artifacts-dir": makeTemporaryDirectory(), "package-file": "a.zip", "links": "copy",
        ]
        let run = await bench.run()
        #expect(run.errors.count == 1, "\(run.errors)")
    }

    @Test func noFunctionIsCreatedForIt() async {
        var bench = bench(["role": "arn:aws:iam::123456789012:role/demo", "runtime": "python3.13"])
        bench.plane = ControlPlane(settings: .quick)
        let run = await bench.run()
        #expect(run.exitCode == 1)
        #expect(run.writes.isEmpty)
        #expect(run.errors.first?.contains(Self.told) == true, "\(run.errors)")
    }

    @Test func itIsDeployedAllTheSameIfSomebodyAsksForIt() async {
        let run = await bench(["package-checks": "warn"]).run()
        #expect(run.exitCode == 0, "\(run.log)")
        #expect(run.warnings.count == 1)
        #expect(run.warnings.first?.contains(Self.told) == true, "\(run.warnings)")
        #expect(await bench(["package-checks": "off"]).run().warnings.isEmpty)
    }

    @Test(
        arguments: [
            ("layers", Fixture.layer), ("environment", #"{"PYTHONPATH":"/opt/lib"}"#),
            ("environment", #"{"AWS_LAMBDA_EXEC_WRAPPER":"/opt/run"}"#),
            (
                "configuration",
                #"{"FileSystemConfigs":[{"Arn":"arn:aws:elasticfilesystem:eu-west-1:123456789012:access-point/fsap-0123456789abcdef0","LocalMountPath":"/mnt/x"}]}"#
            ),
        ])
    func whatTheFunctionHasBesideMayBringIt(input: String, value: String) async {
        let run = await bench([input: value]).run()
        #expect(run.exitCode == 0, "\(run.log)")
        #expect(run.warnings.count == 1 && run.warnings.first?.contains(Self.told) == true, "\(run.warnings)")
    }

    @Test func whatIsWrongWhateverTheFunctionIsToldBeforeAWSIsAsked() async {
        let run = await bench(["package-checks": "perhaps", "zip-file": "/dev/null"]).run()
        #expect(run.exitCode == 2 && run.history.requests.isEmpty)
        #expect(run.errors.contains { $0.contains("package-checks must be fail, warn or off") }, "\(run.errors)")
    }
}
