import ControlPlaneSimulator
import Testing
import Worlds

@testable import LockstepAction

/// Packages that do not lie here, and what the machine and the control plane get wrong.
@Suite struct SourceTests {
    @Test func aPackageInS3IsLeftAloneTheSecondTime() async {
        var bench = Bench()
        bench.meet(.inS3)
        let first = await bench.run()
        #expect(first.exitCode == 0, "\(first.log)")
        #expect(first.output(.codeSha256) == Fixture.digest)
        bench.plane = first.plane
        let second = await bench.run()
        #expect(second.output(.outcome) == "unchanged", "\(second.log)")
    }

    @Test func anImageByTagIsLeftAloneTheSecondTime() async {
        let uri = "123456789012.dkr.ecr.eu-west-1.amazonaws.com/demo:v2"
        var bench = Bench()
        bench.plane = ControlPlane(settings: .ordinary)
        bench.plane.add(
            "demo", imageUri: uri.replacing("v2", with: "v1"), configuration: [:], versions: 1, alias: "live")
        bench.inputs["zip-file"] = nil
        bench.inputs["image-uri"] = uri
        let first = await bench.run()
        #expect(first.exitCode == 0, "\(first.log)")
        #expect(first.aliasVersion == "2")
        bench.plane = first.plane
        let second = await bench.run()
        #expect(second.output(.outcome) == "unchanged", "\(second.log)")
    }

    /// The published version keeps the key that it was published under.
    @Test func theSameCodeUnderAnotherKeyIsPublishedAnew() async {
        let key = "arn:aws:kms:eu-west-1:123456789012:key/00000000-0000-0000-0000-000000000001"
        var bench = Bench()
        bench.inputs["source-kms-key-arn"] = key
        bench.plane = await bench.run().plane
        bench.inputs["source-kms-key-arn"] = key.replacing("000001", with: "000002")
        let second = await bench.run()
        #expect(second.aliasVersion == "3", "\(second.log)")
        bench.plane = second.plane
        let third = await bench.run()
        #expect(third.output(.outcome) == "unchanged", "\(third.log)")
    }

    @Test func whatTheFunctionsOwnVariablesHoldIsNotShown() async {
        var bench = Bench()
        bench.plane = ControlPlane(settings: .ordinary)
        bench.plane.add(
            "demo", code: Fixture.oldCode,
            configuration: ["Environment": ["Variables": ["OLD": "an-old-secret"]]], versions: 1, alias: "live")
        bench.plane.setBehaviour(
            of: "demo", to: .init(payload: Array("1".utf8), functionError: "Unhandled", log: "an-old-secret\n"))
        let run = await bench.run()
        #expect(run.exitCode == 4)
        let shown = run.log.filter { !$0.hasPrefix("::add-mask::") } + Array(run.files.values)
        #expect(!shown.contains { $0.contains("an-old-secret") })
        #expect(run.demo?.latest.members["Environment"]?["Variables"]?["OLD"] == "an-old-secret")
    }

    @Test(arguments: ["localhost:4566", "http://", "http://bob:hunter2pw@127.0.0.1:9/", "http://127.0.0.1/p?x=1"])
    func aBadEndpointIsOneErrorAndNoCall(url: String) async {
        var bench = Bench()
        bench.inputs["endpoint-url"] = url
        let run = await bench.run()
        #expect(run.exitCode == 2)
        #expect(run.errors.count == 1)
        #expect(run.errors.first?.contains("endpoint-url must be an address") == true)
        #expect(run.world.sent.isEmpty)
        #expect(!run.log.contains { $0.contains("hunter2pw") })
    }

    @Test func everythingThatIsWrongIsToldAtOnce() async {
        var bench = Bench()
        bench.inputs["zip-file"] = "/nowhere/package.zip"
        bench.inputs["memory-size"] = "12"
        bench.inputs["mode"] = "destroy"
        bench.inputs["environment"] = "{"
        bench.inputs["aws-region"] = "Ireland"
        bench.inputs["endpoint-url"] = "localhost:4566"
        bench.variables["AWS_SECRET_ACCESS_KEY"] = ""
        let run = await bench.run()
        #expect(run.exitCode == 2)
        #expect(run.world.sent.isEmpty)
        let wrong = [
            "zip-file", "memory-size", "mode", "environment", "aws-region", "endpoint-url", "AWS_SECRET_ACCESS_KEY",
        ]
        for name in wrong {
            #expect(
                run.errors.count {
                    $0.hasPrefix("::error title=demo%3A \(name.hasPrefix("AWS") ? "variable" : "input") \(name)::")
                } == 1, "\(name): \(run.errors)")
        }
        #expect(run.errors.count == wrong.count)
        #expect(run.output(.outcome) == "failed")
    }
}
