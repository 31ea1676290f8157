import ControlPlaneSimulator
import Testing
import Worlds

@testable import LockstepAction

/// What AWS would refuse after a part has been written is told before anything is.
@Suite struct ForeseenTests {
    /// Each with what stands, what is given, and what is told of it.
    private static let refusals: [(standing: [String: JSON], inputs: [String: String], told: [String])] = [
        (
            ["Environment": ["Variables": ["STANDING": .string(String(repeating: "s", count: 3900))]]],
            ["environment": #"{"GIVEN":"\#(String(repeating: "g", count: 900))"}"#],
            ["the variables are too large", "STANDING (3914, set already), GIVEN (911, given)", "environment-strategy"]
        ),
        (
            [:], ["durable-config": #"{"RetentionPeriodInDays":7}"#],
            ["DurableConfig has no ExecutionTimeout", "to durable-config"]
        ),
        (
            ["DurableConfig": ["ExecutionTimeout": 3600]], [:],
            ["the smoke test cannot be called", "may run for 3600 s"]
        ),
    ]

    @Test(arguments: refusals.indices, ["deploy", "plan"])
    func whatAWSRulesOutIsToldBeforeAnythingIsWritten(index: Int, mode: String) async {
        let (standing, inputs, told) = Self.refusals[index]
        var bench = Bench()
        bench.plane = ControlPlane(settings: .ordinary)
        bench.plane.add("demo", code: Fixture.oldCode, configuration: standing, versions: 1, alias: "live")
        bench.inputs.merge(inputs) { $1 }
        bench.inputs["mode"] = mode
        let run = await bench.run()
        #expect(run.exitCode == 1 && run.writes.isEmpty, "\(run.log)")
        for part in told { #expect(run.errors.first?.contains(part) == true, "\(run.errors)") }
        #expect(!run.log.contains { $0.contains("sssss") || $0.contains("ggggg") })
    }

    @Test func aFunctionThatIsToRunOnManagedInstancesIsNotTestedAsLatest() async {
        var bench = await Kind.managed.bench()
        bench.plane = ControlPlane(settings: .ordinary)
        for (name, value) in [
            ("role", "arn:aws:iam::123456789012:role/demo"), ("handler", "app.handler"), ("runtime", "python3.13"),
            ("smoke-test-target", "latest"),
            (
                "configuration",
                #"{"CapacityProviderConfig":{"LambdaManagedInstancesCapacityProviderConfig":{"CapacityProviderArn":"arn:aws:lambda:eu-west-1:123456789012:capacity-provider:p"}}}"#
            ),
        ] { bench.inputs[name] = value }
        let run = await bench.run()
        #expect(run.exitCode == 1 && run.writes.isEmpty, "\(run.log)")
        #expect(run.errors.first?.contains("$LATEST cannot be tested") == true, "\(run.errors)")
    }

    @Test func aVersionThatMayRunForLongIsNotTestedOnTheWayBack() async {
        var bench = await Kind.rollback.bench()
        bench.plane.use("2", of: "demo", by: .durableExecution)
        bench.inputs["smoke-test-payload"] = "{}"
        let run = await bench.run()
        #expect(run.exitCode == 1 && run.writes.isEmpty, "\(run.log)")
        #expect(run.errors.first?.contains("Leave out the smoke test") == true, "\(run.errors)")
    }

    private static let foreignLayer = "arn:aws:lambda:eu-west-1:210987654321:layer:tools:4"

    @Test(
        arguments: [
            (Fixture.layer, .notThere, "does not exist in this account"),
            (Fixture.layer, .notShared, "does not exist in this account"),
            (foreignLayer, .notShared, "belongs to another account, which does not share it with this one"),
        ] as [(String, ControlPlane.MissingLayer, String)], [Kind.existing, .missing])
    func aLayerThatCannotBeHadIsToldBeforeAnythingIsWritten(
        missing: (layer: String, how: ControlPlane.MissingLayer, told: String), kind: Kind
    ) async {
        for mode in ["deploy", "plan"] {
            var bench = await kind.bench()
            bench.plane.settings.missingLayers = [missing.layer: missing.how]
            bench.inputs["layers"] = missing.layer
            bench.inputs["mode"] = mode
            let run = await bench.run()
            #expect(run.exitCode == 1 && run.writes.isEmpty, "\(run.log)")
            #expect(run.errors.first?.contains("\(missing.layer) \(missing.told)") == true, "\(run.errors)")
        }
    }

    /// Without the right AWS decides; and who gives no new layer asks for none.
    @Test func layersAreAskedForOnlyWhereTheyAreNew() async {
        var bench = Bench()
        bench.inputs["layers"] = Fixture.layer
        bench.plane.settings.denied = [.getLayerVersionByArn]
        let run = await bench.run()
        #expect(run.exitCode == 0 && run.warnings.isEmpty, "\(run.log)")
        #expect(run.history.requests.count { $0.operation == .getLayerVersionByArn } == 1)
        bench.plane = run.plane.withoutHistory
        bench.plane.settings.denied = []
        let second = await bench.run()
        #expect(!second.history.requests.contains { $0.operation == .getLayerVersionByArn })
        #expect(second.exitCode == 0 && second.writes.isEmpty, "\(second.log)")
    }

    @Test(arguments: Fault.allCases)
    func aQuestionAfterALayerThatComesToNothingEndsNoDeployment(fault: Fault) async {
        var bench = Bench()
        bench.inputs["layers"] = Fixture.layer
        let run = await bench.run { $0.inject(fault, on: .operation(.getLayerVersionByArn, occurrence: 1)) }
        #expect(run.exitCode == 0 && run.aliasVersion == "2", "\(run.log)")
    }

    @Test func anIndexIsWarnedOfWithTheImageInIt() async {
        var bench = await Kind.image.bench()
        let uri = bench.inputs["image-uri"] ?? ""
        bench.plane.imageIndexes = [uri]
        let own = bench.plane.digest(ofImage: "\(uri)-amd64")
        let run = await bench.run()
        #expect(run.exitCode == 1 && run.writes.isEmpty, "\(run.log)")
        #expect(run.warnings.count == 1 && run.warnings[0].contains("the image is an index"), "\(run.warnings)")
        #expect(run.warnings.first?.contains("@sha256:\(own) (linux/amd64).") == true, "\(run.warnings)")
        #expect(run.errors.first?.contains("provenance: false") == true, "\(run.errors)")
    }

    @Test(arguments: ["deploy", "plan"])
    func allThatIsForeseenIsToldInOneError(mode: String) async {
        var bench = await Kind.canary.bench()
        bench.plane.settings.missingLayers = [Fixture.layer: .notThere]
        bench.inputs["mode"] = mode
        bench.inputs["layers"] = Fixture.layer
        bench.inputs["durable-config"] = #"{"RetentionPeriodInDays":7}"#
        bench.inputs["environment"] = #"{"GIVEN":"\#(String(repeating: "g", count: 4080))"}"#
        bench.inputs["role"] = "arn:aws:iam::123456789012:role/another"
        let run = await bench.run()
        #expect(run.exitCode == 1 && run.writes.isEmpty && run.errors.count == 1, "\(run.log)")
        for told in [
            "3 things cannot work", "The variables are too large: ", "DurableConfig has no ExecutionTimeout: ",
            "Add ExecutionTimeout", "A layer is not available: ", "as before this run",
        ] {
            #expect(run.errors.first?.contains(told) == true, "\(told): \(run.errors)")
        }
        // What AWS alone can judge is told as well, though it does not come to that.
        #expect(run.warnings.contains { $0.contains("role changes while traffic moves in steps") }, "\(run.warnings)")
        #expect(run.summary.contains("3 things cannot work"), "\(run.summary)")
    }

    /// With a layer, what the package lacks may be there.
    @Test func thePackagesFaultsAreAmongThem() async {
        var bench = Bench()
        bench.inputs["handler"] = "other.handler"
        bench.inputs["layers"] = "[]"
        bench.inputs["durable-config"] = #"{"RetentionPeriodInDays":7}"#
        let run = await bench.run()
        #expect(run.writes.isEmpty && run.errors.count == 1, "\(run.log)")
        for told in [
            "2 things cannot work", "DurableConfig has no", "The package cannot work: The handler other.handler",
        ] {
            #expect(run.errors.first?.contains(told) == true, "\(told): \(run.errors)")
        }
    }

    private func bench(ofImage uri: String) async -> Bench {
        var bench = await Kind.image.bench()
        bench.inputs["image-uri"] = uri
        return bench
    }

    private static let image =
        "123456789012.dkr.ecr.eu-west-1.amazonaws.com/demo@sha256:" + String(repeating: "0f", count: 32)

    @Test func anIndexByItsDigestIsWarnedOf() async {
        var bench = await bench(ofImage: Self.image)
        bench.plane.imageIndexes = [Self.image]
        let run = await bench.run()
        #expect(run.exitCode == 1 && run.writes.isEmpty, "\(run.log)")
        #expect(run.warnings.count == 1 && run.warnings[0].contains("the image is an index"), "\(run.warnings)")
    }

    /// Only where the image is to be sent is the registry asked; and where it may not be asked, AWS decides.
    @Test(arguments: [true, false])
    func anImageByItsDigestIsLookedAtOnlyWhereItIsNew(isDenied: Bool) async {
        var bench = await bench(ofImage: Self.image)
        if isDenied { bench.plane.settings.denied = [.batchGetImage] }
        let run = await bench.run()
        #expect(run.exitCode == 0 && run.warnings.isEmpty, "\(run.log)")
        #expect(run.history.requests.count { $0.operation == .batchGetImage } == 1)
        bench.plane = run.plane.withoutHistory
        let second = await bench.run()
        #expect(second.exitCode == 0 && second.writes.isEmpty, "\(second.log)")
        #expect(!second.history.requests.contains { $0.operation == .batchGetImage })
    }

    @Test func aRoleThatChangesInStepsIsWarnedOf() async {
        var bench = await Kind.canary.bench()
        bench.inputs["role"] = "arn:aws:iam::123456789012:role/another"
        let run = await bench.run()
        #expect(run.exitCode == 1 && run.aliasVersion == "1", "\(run.log)")
        #expect(run.warnings.contains { $0.contains("role changes while traffic moves in steps") }, "\(run.warnings)")
        #expect(run.errors.first?.contains("Leave out traffic in this run") == true, "\(run.errors)")
        bench.inputs["traffic"] = nil
        bench.inputs["alarms"] = nil
        let atOnce = await bench.run()
        #expect(atOnce.exitCode == 0 && atOnce.aliasVersion == "2", "\(atOnce.log)")
        #expect(!atOnce.warnings.contains { $0.contains("role changes") })
    }
}
