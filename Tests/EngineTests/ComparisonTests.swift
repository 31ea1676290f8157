import AWSCore
import AWSServices
import Samples
import Testing

@testable import Engine

@Suite struct CoverageTests {
    private func covers(_ member: ConfigurationMember, _ given: JSONValue, _ shown: [String: JSONValue]) -> Bool {
        content(shown).covers(given, of: member)
    }

    @Test func layersAreShownAsObjectsAndGivenAsTexts() {
        let shown: [String: JSONValue] = ["Layers": .array([.object(["Arn": .string("a"), "CodeSize": .integer(1)])])]
        #expect(covers(.layers, .array([.string("a")]), shown))
        #expect(!covers(.layers, .array([.string("b")]), shown))
        #expect(covers(.layers, .array([]), [:]))
        #expect(!covers(.layers, .array([]), shown))
    }

    @Test func aNetworksIdAndTheOrderOfItsSubnetsDoNotMatter() {
        let shown: [String: JSONValue] = [
            "VpcConfig": .object([
                "VpcId": .string("vpc"), "SubnetIds": .array([.string("b"), .string("a")]),
                "SecurityGroupIds": .array([.string("g")]), "Ipv6AllowedForDualStack": .bool(false),
            ])
        ]
        let given: [String: JSONValue] = [
            "SubnetIds": .array([.string("a"), .string("b")]), "SecurityGroupIds": .array([.string("g")]),
        ]
        #expect(covers(.vpcConfig, .object(given), shown))
        #expect(!covers(.vpcConfig, .object(given.merging(["SecurityGroupIds": .array([])]) { $1 }), shown))
    }

    @Test func leavingANetworkIsAChangeOnlyForAFunctionInOne() {
        let nothing = JSONValue.object(["SubnetIds": .array([]), "SecurityGroupIds": .array([])])
        let shown = ["VpcConfig": JSONValue.object(["SubnetIds": .array([.string("a")])])]
        #expect(covers(.vpcConfig, nothing, [:]))
        #expect(!covers(.vpcConfig, nothing, shown))
    }

    @Test func whatAWSFillsInIsNotCompared() {
        let shown = [
            "LoggingConfig": JSONValue.object([
                "LogFormat": .string("JSON"), "ApplicationLogLevel": .string("INFO"), "LogGroup": .string("/x"),
            ])
        ]
        #expect(covers("LoggingConfig", .object(["LogFormat": .string("JSON")]), shown))
        #expect(!covers("LoggingConfig", .object(["LogFormat": .string("Text")]), shown))
    }

    @Test func anotherSpellingOfALetterIsAnotherText() {
        let (composed, decomposed) = ("caf\u{E9}", "cafe\u{301}")
        let shown = ["Environment": JSONValue.object(["Variables": .object(["NAME": .string(decomposed)])])]
        #expect(covers(.environment, .object(["NAME": .string(decomposed)]), shown))
        #expect(!covers(.environment, .object(["NAME": .string(composed)]), shown))
        #expect(!covers(.description, .string(composed), ["Description": .string(decomposed)]))
    }

    @Test func offIsTheSameAsNotSet() {
        #expect(covers(.snapStart, .object(["ApplyOn": .string("None")]), [:]))
        #expect(covers(.tracingConfig, .object(["Mode": .string("PassThrough")]), [:]))
        #expect(covers("DeadLetterConfig", .object(["TargetArn": .string("")]), [:]))
        #expect(!covers(.snapStart, .object(["ApplyOn": .string("PublishedVersions")]), [:]))
    }

    @Test func anImagesConfigurationIsFoundWhereAWSShowsIt() {
        let shown = [
            "ImageConfigResponse": JSONValue.object([
                "ImageConfig": .object(["Command": .array([.string("app.handler")])])
            ])
        ]
        #expect(covers(.imageConfig, .object(["Command": .array([.string("app.handler")])]), shown))
        #expect(!covers(.imageConfig, .object(["Command": .array([.string("other")])]), shown))
    }
}

/// AWS adds members within members as well.
@Suite struct PartsTests {
    private static let layer = "arn:aws:lambda:e:1:layer:a:1"

    private static let within: [(name: String, shown: [String: JSONValue], other: [String: JSONValue])] = [
        (
            "LoggingConfig.Shard", ["LoggingConfig": .object(["LogFormat": .string("Text"), "Shard": .string("1")])],
            ["LoggingConfig": .object(["LogFormat": .string("Text"), "Shard": .string("2")])]
        ),
        (
            "EphemeralStorage.Generation", ["EphemeralStorage": .object(["Size": .integer(512)])],
            ["EphemeralStorage": .object(["Size": .integer(512), "Generation": .integer(1)])]
        ),
        (
            "SnapStart.SnapshotArn", ["SnapStart": .object(["ApplyOn": .string("None")])],
            ["SnapStart": .object(["ApplyOn": .string("None"), "SnapshotArn": .string("a")])]
        ),
        (
            "CapacityProviderConfig.LambdaManagedInstancesCapacityProviderConfig.New",
            ["CapacityProviderConfig": managed([:])], ["CapacityProviderConfig": managed(["New": .bool(true)])]
        ),
        ("Layers.Uses", ["Layers": layers(uses: 1)], ["Layers": layers(uses: 2)]),
        (
            "EnvironmentResponse.SecretsRef", ["Environment": environment("arn:1")],
            ["Environment": environment("arn:2")]
        ),
        (
            "ImageConfigResponse.Digest",
            ["ImageConfigResponse": .object(["Error": .object(["Message": .string("x")])])],
            ["ImageConfigResponse": .object(["Digest": .string("a")])]
        ),
    ]

    private static func managed(_ more: [String: JSONValue]) -> JSONValue {
        let known: [String: JSONValue] = ["CapacityProviderArn": .string("a")]
        return .object(["LambdaManagedInstancesCapacityProviderConfig": .object(known.merging(more) { $1 })])
    }

    private static func layers(uses: Int) -> JSONValue {
        .array([
            .object(["Arn": .string(layer), "CodeSize": .integer(uses), "Uses": .integer(uses)]),
            .object(["Arn": .string("arn:other"), "CodeSize": .integer(7)]),
        ])
    }

    private static func environment(_ secrets: String) -> JSONValue {
        .object(["Variables": .object(["SecretsRef": .string("a variable")]), "SecretsRef": .string(secrets)])
    }

    @Test(arguments: within)
    func whatNobodyKnowsWithinAMemberIsADifferenceOfItsOwn(
        name: String, shown: [String: JSONValue], other: [String: JSONValue]
    ) {
        let differences = Difference.between(content(shown), content(other))
        #expect(differences.map(\.name) == [name])
        #expect(differences.map(\.isOfUnknownMember) == [true])
        #expect(Difference.between(content(other), content(other)).isEmpty)
    }

    @Test func whatIsKnownBesideItIsASettingAsEver() {
        let shown = ["LoggingConfig": JSONValue.object(["LogFormat": .string("Text"), "Shard": .string("1")])]
        let other = ["LoggingConfig": JSONValue.object(["LogFormat": .string("JSON"), "Shard": .string("2")])]
        let differences = Difference.between(content(shown), content(other))
        #expect(differences.map(\.name) == ["LoggingConfig", "LoggingConfig.Shard"])
        #expect(differences.map(\.isOfUnknownMember) == [false, true])
        #expect(differences[0].after == .object(["LogFormat": .string("JSON")]))
    }

    @Test func whatStandsBesideVariablesIsNotShown() {
        let differences = Difference.between(
            content(["Environment": Self.environment("s3cret")]), content(["Environment": Self.environment("other")]))
        #expect(differences.map(\.before) == [.string("***")] && differences.map(\.after) == [.string("***")])
    }

    @Test func layersAreKnownByTheirARNsWhateverElseTheyShow() {
        let shown = content(["Layers": Self.layers(uses: 1)])
        #expect(shown.members[.layers] == .array([.string(Self.layer), .string("arn:other")]))
        #expect(shown.covers(.array([.string(Self.layer), .string("arn:other")]), of: .layers))
        #expect(!shown.covers(.array([.string("arn:other"), .string(Self.layer)]), of: .layers))
    }

    @Test func whatIsGivenAndNotKnownIsAskedForWithTheRest() {
        let given = JSONValue.object(["LogFormat": .string("Text"), "Colour": .string("blue")])
        let shown = { (colour: String) in
            content([
                "LoggingConfig": .object(["LogFormat": .string("Text"), "Colour": .string(colour), "More": .bool(true)])
            ])
        }
        #expect(shown("blue").covers(given, of: "LoggingConfig"))
        #expect(!shown("red").covers(given, of: "LoggingConfig"))
        let expected = Expectation(shown("red")).updating(["LoggingConfig": given])
        #expect(expected.isMet(by: shown("blue")))
        #expect(expected.deviations(in: shown("red")).map(\.name) == ["LoggingConfig.Colour"])
        #expect(shown("red").overlaid(with: ["LoggingConfig": given]).members["LoggingConfig.More"] == .bool(true))
    }

    @Test func anEmptyArgumentIsOneAllTheSame() {
        let image = { (command: [String]) in
            content([
                "ImageConfigResponse": .object([
                    "ImageConfig": .object(["Command": .array(command.map(JSONValue.string))])
                ])
            ])
        }
        let given = JSONValue.object(["Command": .array([.string("app")])])
        #expect(image(["app"]).covers(given, of: .imageConfig))
        #expect(!image(["app", ""]).covers(given, of: .imageConfig))
        #expect(Difference.between(image(["app"]), image(["app", ""])).map(\.name) == ["ImageConfig"])
        #expect(Difference.between(image([]), content()).isEmpty)
    }

    @Test func aFunctionOnAnotherKindOfProviderIsManagedToo() {
        let other = JSONValue.object(["OtherCapacityProviderConfig": .object(["Arn": .string("a")])])
        #expect(content(["CapacityProviderConfig": other]).isManaged && !content().isManaged)
    }
}

@Suite struct ExpectationTests {
    @Test func aSnapshotMeetsItself() {
        #expect(Expectation(content()).isMet(by: content()))
    }

    @Test func whatAWSSetsByItselfIsNoDeviation() {
        let later = content([
            "RevisionId": .string("r9"), "LastModified": .string("later"),
            "RuntimeVersionConfig": .object(["RuntimeVersionArn": .string("new")]),
            "SnapStart": .object(["ApplyOn": .string("None"), "OptimizationStatus": .string("On")]),
        ])
        #expect(Expectation(content()).isMet(by: later))
    }

    @Test func aWrittenMemberMayBeFilledInButNotChanged() {
        let expected = Expectation(content()).updating(["LoggingConfig": .object(["LogFormat": .string("JSON")])])
        let filled = content([
            "LoggingConfig": .object(["LogFormat": .string("JSON"), "SystemLogLevel": .string("INFO")])
        ])
        let changed = content(["LoggingConfig": .object(["LogFormat": .string("Text")])])
        #expect(expected.isMet(by: filled))
        #expect(expected.deviations(in: changed).map(\.name) == ["LoggingConfig"])
        #expect(expected.deviations(in: content()).map(\.name) == ["LoggingConfig"])
    }

    @Test func aMemberThatNobodyPlannedIsMindedToo() {
        #expect(
            Expectation(content()).deviations(in: content(["MemorySize": .integer(512)])).map(\.name) == ["MemorySize"])
    }

    @Test func aVersionMayHaveADescriptionOfItsOwn() {
        #expect(content().deviations(inVersion: content(["Description": .string("v")])).isEmpty)
        #expect(!content().deviations(inVersion: content(["Timeout": .integer(4)])).isEmpty)
    }
}
