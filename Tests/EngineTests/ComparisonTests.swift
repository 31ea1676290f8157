import AWSCore
import AWSServices
import Samples
import Testing

@testable import Engine

@Suite struct CoverageTests {
    private func covers(_ member: ConfigurationMember, _ given: JSONValue, _ shown: [String: JSONValue]) -> Bool {
        member.isCovered(given, by: FunctionContent(of: function(shown).configuration).members[member])
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
