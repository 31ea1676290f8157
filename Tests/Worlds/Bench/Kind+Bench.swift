import AWSServices
import ControlPlaneSimulator
import Engine

extension Kind {
    package func bench() async -> Bench {
        var bench = Bench()
        bench.plane = .withDemo(.quick)
        switch self {
        case .existing: break
        case .missing:
            bench.plane = ControlPlane(settings: .quick)
            bench.inputs["role"] = "arn:aws:iam::123456789012:role/demo"
            bench.inputs["handler"] = "app.handler"
            bench.inputs["runtime"] = "python3.13"
        case .unchanged: bench.plane = await bench.run().plane.withoutHistory
        case .image: bench.useImages(Self.images)
        case .snapStart:
            bench.inputs["snap-start"] = #"{"ApplyOn":"PublishedVersions"}"#
            // A test of the version would wait for it, whoever else forgets to.
            bench.inputs["smoke-test-target"] = "latest"
        case .tagged: bench.inputs["tags"] = #"{"team":"blue"}"#
        case .withoutAlias: bench.inputs["alias"] = nil
        case .withoutTest: bench.removeTest()
        case .canary: bench.shiftInSteps()
        case .halfShifted:
            bench.shiftInSteps()
            bench.plane = await bench.run().plane.withoutHistory
            bench.plane.setVersion("1", of: "live", function: "demo")
            bench.plane.setWeights(["2": 0.1], of: "live", function: "demo")
        case .codeDeploy: bench.handOver()
        case .codeDeployLeft:
            bench.handOver()
            bench.inputs["wait"] = "false"
        case .bare:
            bench.inputs["alias"] = nil
            bench.removeTest()
        case .testedVersion:
            bench.inputs["snap-start"] = #"{"ApplyOn":"PublishedVersions"}"#
            bench.addTests(of: "version")
        case .testedTwice: bench.addTests(of: "both")
        case .rollback: await bench.deployTwice(andGoBackTo: nil)
        case .rollbackTo:
            await bench.deployTwice(andGoBackTo: "2")
            bench.plane.provision("live", of: "demo")
        case .pruning:
            bench.plane = ControlPlane(settings: .quick)
            bench.plane.add(
                "demo", code: Fixture.oldCode, configuration: Fixture.configuration, versions: 8, alias: "live")
            bench.plane.addAlias("old", to: "2", of: "demo")
            bench.plane.setDescription("[lockstep 2 after 7]", of: "old", function: "demo")
            bench.plane.provision("3", of: "demo")
            bench.inputs["keep-versions"] = "1"
        case .pruningForRoom:
            bench.plane = ControlPlane(settings: .quick)
            bench.plane.settings.codeStorage = 7 * Fixture.largeCode.count
            bench.plane.add(
                "demo", code: Fixture.largeCode, configuration: Fixture.configuration, versions: 6, alias: "live")
            bench.inputs["keep-versions"] = "3"
        case .numbered: bench.number(7)
        case .imageDeleted:
            bench.useImages(Self.images)
            bench.plane.loseImage(of: "demo", code: "ImageDeleted")
        case .managed: bench.stand(Self.onInstances)
        case .latestPublished:
            bench.stand(Self.onInstances)
            bench.inputs["alias"] = nil
        case .blockedRuntime:
            bench.stand(["Runtime": "nodejs14.x"])
            bench.plane.settings.blockedRuntimes = ["nodejs14.x"]
            bench.inputs["runtime"] = "python3.13"
        case .layersTooLarge:
            bench.stand(["Layers": [.string(Fixture.layer)]])
            bench.plane.settings.layerSizes = [Fixture.layer: 262_144_000 - 100]
            bench.inputs["layers"] = "[]"
        case .configured:
            bench.stand(["Layers": [.string(Fixture.layer)]])
            bench.inputs["memory-size"] = nil
            bench.inputs["environment"] = nil
            bench.inputs["configuration"] = #"""
                {"MemorySize":256,"Environment":{"Variables":{"TOKEN":"s3cretvalue"}},"Tomorrow":{"Mode":["On"]},
                 "EphemeralStorage":{"Size":512,"Novelty":{"Level":2}},"Layers":["\#(Fixture.layer)"]}
                """#
        case .provisioned: bench.plane.provision("live", of: "demo")
        case .provisionedCanary:
            bench.shiftInSteps()
            bench.plane.provision("live", of: "demo")
        case .warmingUp:
            bench.plane.provision("live", of: "demo")
            bench.plane.settings.warmUp = .succeeds(after: .seconds(3600))
            bench.inputs["wait-timeout"] = "1"
            bench.inputs["on-wait-timeout"] = "attempt"
            bench.plane = await bench.run().plane.withoutHistory
            bench.plane.settings.warmUp = ControlPlane.Settings.quick.warmUp
            bench.inputs["wait-timeout"] = nil
            bench.inputs["on-wait-timeout"] = nil
        case .failedOnce:
            bench.inputs["snap-start"] = #"{"ApplyOn":"PublishedVersions"}"#
            bench.inputs["version-description"] = "earlier"
            bench.plane.settings.snapStart = .fails(
                after: .milliseconds(300), code: "FunctionError", reason: "Not today")
            bench.plane = await bench.run().plane.withoutHistory
            bench.plane.settings.snapStart = ControlPlane.Settings.quick.snapStart
            bench.inputs["version-description"] = nil
        case .sleepingRollback:
            bench.inputs["snap-start"] = #"{"ApplyOn":"PublishedVersions"}"#
            await bench.deployTwice(andGoBackTo: nil)
            bench.inputs["snap-start"] = nil
            bench.plane.makeInactive("demo", version: "2")
            bench.removeTest()
        case .sleepingReuse:
            bench.plane = await bench.run().plane.withoutHistory
            bench.plane.setVersion("1", of: "live", function: "demo")
            bench.plane.makeInactive("demo", version: "2")
        case .uploaded: bench.upload()
        case .uploadedInParts:
            bench.upload()
            bench.cut = S3Cut(wholeUpTo: 64, smallestPart: 64, mostParts: 100)
            bench.plane.settings.smallestPart = 1
        case .putBack:
            bench.inputs["alias"] = nil
            bench.inputs["tags"] = #"{"team":"blue"}"#
            bench.meet(.testFails)
        case .dryRun: bench.inputs["dry-run"] = "true"
        }
        return bench
    }

    private static let onInstances: [String: JSON] = [
        "CapacityProviderConfig": [
            "LambdaManagedInstancesCapacityProviderConfig": [
                "CapacityProviderArn": "arn:aws:lambda:eu-west-1:123456789012:capacity-provider:large"
            ]
        ]
    ]

    private static let images = "123456789012.dkr.ecr.eu-west-1.amazonaws.com/demo"
}

extension Bench {
    /// Versions 2 and 3, each with its record, and the alias on 3.
    fileprivate mutating func deployTwice(andGoBackTo target: String?) async {
        plane = await run().plane.withoutHistory
        inputs["zip-file"] = Fixture.zips[1]
        plane = await run().plane.withoutHistory
        for name in ["zip-file", "memory-size", "environment"] { inputs[name] = nil }
        inputs["mode"] = "rollback"
        inputs["rollback-to"] = target
    }

    /// A run of a workflow, by GitHub's variables.
    package mutating func number(_ number: Int) {
        variables["GITHUB_REPOSITORY"] = "demo/demo"
        variables["GITHUB_WORKFLOW_REF"] = "demo/demo/.github/workflows/deploy.yml@refs/heads/main"
        variables["GITHUB_RUN_NUMBER"] = "\(number)"
        variables["GITHUB_RUN_ATTEMPT"] = "1"
    }

    /// `nil`: it has no number.
    package var runNumber: Int? { variables["GITHUB_RUN_NUMBER"].flatMap { Int($0) } }

    fileprivate mutating func shiftInSteps() {
        inputs["traffic"] = "10% 15s, 50% 10s, 100% 10s"
        inputs["alarms"] = "\(Fixture.alarm), \(Fixture.compositeAlarm)"
        plane.addAlarm(Fixture.alarm, isComposite: false)
        plane.addAlarm(Fixture.compositeAlarm, isComposite: true)
    }

    fileprivate mutating func useImages(_ repository: String) {
        plane = ControlPlane(settings: .quick)
        plane.add(
            "demo", imageUri: repository + ":v1", configuration: Fixture.configuration, versions: 1, alias: "live")
        inputs["zip-file"] = nil
        inputs["image-uri"] = repository + ":v2"
    }

    /// A function that stands with this, beside what all have.
    fileprivate mutating func stand(_ configuration: [String: JSON]) {
        plane = ControlPlane(settings: .quick)
        plane.add(
            "demo", code: Fixture.oldCode, configuration: Fixture.configuration.merging(configuration) { $1 },
            versions: 1, alias: "live")
    }

    /// By way of a bucket without versions, where whoever comes last has written all there is.
    fileprivate mutating func upload() {
        inputs["s3-bucket"] = "packages"
        plane.addBucket("packages") { $0.isVersioned = false }
    }

    fileprivate mutating func handOver() {
        inputs["traffic"] = "codedeploy"
        inputs["codedeploy-application"] = "shop"
        inputs["codedeploy-deployment-group"] = "orders"
        plane.addDeploymentGroup("orders", of: "shop")
    }

    fileprivate mutating func removeTest() {
        inputs["smoke-test-payload"] = nil
        inputs["smoke-test-expect"] = nil
    }
}

extension Bench {
    /// One test that must go well, and one at which the function must fail as it does.
    fileprivate mutating func addTests(of target: String) {
        inputs["smoke-test-payload"] = #"""
            [{"name":"refusal","payload":{"bad":1},"expect-error":"Refused"},{"name":"ping","payload":{"ping":1}}]
            """#
        inputs["smoke-test-target"] = target
        inputs["smoke-test-timeout"] = "20"
        var behaviour = ControlPlane.Behaviour.echo
        behaviour.exceptions = [
            .init(event: ["bad": 1], isOfVersions: false, errorType: "Refused", errorMessage: "not this one")
        ]
        plane.setBehaviour(of: "demo", to: behaviour)
    }
}

extension ControlPlane.Settings {
    /// Short updates: fewer polls, and so fewer worlds that are alike.
    package static var quick: ControlPlane.Settings {
        var settings = ordinary
        settings.creation = .succeeds(after: .milliseconds(300))
        settings.codeUpdate = .succeeds(after: .milliseconds(300))
        settings.configurationUpdate = .succeeds(after: .milliseconds(300))
        settings.snapStart = .succeeds(after: .milliseconds(300))
        settings.instances = .succeeds(after: .milliseconds(300))
        settings.warmUp = .succeeds(after: .milliseconds(1500))
        settings.awakening = .succeeds(after: .milliseconds(1500))
        return settings
    }
}
