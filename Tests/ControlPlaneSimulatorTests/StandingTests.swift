import Testing

@testable import ControlPlaneSimulator

/// What stands decides about new code, and what is not sent along is reset.
@Suite struct StandingTests {
    @Test func codeIsRefusedWhileTheRuntimeIsBlocked() {
        var bench = Bench()
        bench.plane.settings.blockedRuntimes = ["python3.13"]
        let reply = bench.updateCode("new", [:])
        #expect(reply.status == 400)
        #expect(
            reply.message?.hasPrefix(
                "The runtime parameter of python3.13 is no longer supported for creating or updating AWS Lambda functions."
            ) == true)
        #expect(bench.configure(["Runtime": "python3.13"]).status == 400)
        #expect(bench.configure(["Runtime": "nodejs24.x"]).status == 200)
        bench.settle()
        #expect(bench.updateCode("new", [:]).status == 200)
    }

    @Test func codeAndLayersShareTheRoom() {
        var bench = Bench()
        _ = bench.configure(["Layers": ["arn:layer:1"]])
        bench.settle()
        bench.plane.settings.unpackedAtMost = 1000
        #expect(
            bench.updateCode("new", [:]).message?.hasPrefix("Function code combined with layers exceeds the maximum")
                == true)
        #expect(
            bench.configure(["Layers": ["arn:layer:2"]]).message
                == "Layers consume more than the available size of 1000 bytes")
        #expect(bench.configure(["Layers": []]).status == 200)
        bench.settle()
        #expect(bench.updateCode("new", [:]).status == 200)
    }

    @Test func keyAndStorageModeAreResetWhereTheyAreNotGiven() {
        var bench = Bench()
        bench.plane.putObject("builds", "a.zip", zip("stored"))
        let source: JSON = ["S3Bucket": "builds", "S3Key": "a.zip"]
        _ = bench.call(
            .put, "/orders/code",
            ["S3Bucket": "builds", "S3Key": "a.zip", "S3ObjectStorageMode": "REFERENCE", "SourceKMSKeyArn": "k"])
        bench.settle()
        let kept = bench.call(.get, "/orders", [:]).json["Code"]
        #expect(kept?["ResolvedS3Object"]?["S3Key"] == "a.zip")
        #expect(kept?["SourceKMSKeyArn"] == "k")
        _ = bench.call(.put, "/orders/code", source)
        bench.settle()
        let reset = bench.call(.get, "/orders", [:]).json["Code"]
        #expect(reset?["ResolvedS3Object"] == nil)
        #expect(reset?["SourceKMSKeyArn"] == nil)
    }
}
