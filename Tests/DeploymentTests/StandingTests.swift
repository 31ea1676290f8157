import AWSCore
import AWSServices
import Engine
import Samples
import Testing

@testable import Deployment

@Suite struct StandingTests {
    private let before = standing(memory: 128, variables: ["A": "1"])

    @Test func whatTheRunChangedGoesBack() {
        let left = standing(code: "new", memory: 256, variables: ["A": "1", "B": "2"])
        let target = before.restored(from: left, in: left)
        #expect(target.differences(from: before).isEmpty)
        #expect(target.needsCode(over: left))
    }

    @Test func whatOthersHaveChangedSinceStays() {
        let left = standing(code: "new", memory: 256, variables: ["A": "1", "B": "2"])
        let seen = standing(code: "new", memory: 512, variables: ["A": "1", "B": "2", "THEIRS": "3"])
        let target = before.restored(from: left, in: seen)
        #expect(target.content.codeSha256 == "old")
        #expect(target.content.members["MemorySize"] == .integer(512))
        #expect(target.content.members[.environment] == .object(["A": .string("1"), "THEIRS": .string("3")]))
    }

    @Test func theCodeOfOthersStays() {
        let seen = standing(code: "theirs", memory: 256)
        let target = before.restored(from: standing(code: "new", memory: 256), in: seen)
        #expect(target.content.codeSha256 == "theirs")
        #expect(!target.needsCode(over: seen))
        #expect(target.content.members["MemorySize"] == .integer(128))
    }

    @Test func whatOthersHaveTakenAwayStaysAway() {
        let left = standing(memory: 128, variables: ["A": "1", "B": "2"])
        let target = before.restored(from: left, in: standing(memory: 128, variables: ["B": "2"]))
        #expect(target.content.members[.environment] == nil)
    }

    @Test func ofSettingsInOneMemberEachIsSomebodysByItself() {
        let logging = { (members: [String: JSONValue]) in
            standing(memory: 128, others: ["LoggingConfig": .object(members)])
        }
        let target = logging(["LogFormat": .string("Text")]).restored(
            from: logging(["LogFormat": .string("JSON")]),
            in: logging(["LogFormat": .string("JSON"), "LogGroup": .string("theirs")]))
        #expect(
            target.content.members["LoggingConfig"]
                == .object(["LogFormat": .string("Text"), "LogGroup": .string("theirs")]))
    }

    @Test func tagsGoBackEachByItself() {
        var (left, seen, first) = (before, before, before)
        first.tags = ["team": "blue"]
        left.tags = ["team": "red", "new": "1"]
        seen.tags = ["team": "red", "new": "1", "theirs": "2"]
        #expect(first.restored(from: left, in: seen).tags == ["team": "blue", "theirs": "2"])
        seen.tags = nil
        #expect(first.restored(from: left, in: seen).tags == nil)
    }

    @Test func theSameCodeUnderAnotherKeyIsSentAgain() {
        var seen = before
        seen.storage = PackageStorage(kmsKeyArn: "theirs", mode: nil)
        #expect(before.needsCode(over: seen))
        seen.storage = nil
        #expect(!before.needsCode(over: seen))
    }
}

@Suite struct RestoringPlanTests {
    private func restoring(_ target: Standing, over seen: Standing) -> DeploymentPlan {
        plan().restoring(target, over: seen, code: nil)
    }

    @Test func onlyWhatDiffersIsSent() {
        let plan = restoring(standing(memory: 128, variables: ["A": "1"]), over: standing(memory: 256))
        #expect(plan.configuration == ["MemorySize": .integer(128)])
        #expect(plan.environment?.variables.mapValues(\.revealed) == ["A": "1"])
        #expect(plan.environment?.strategy == .replace)
        #expect(plan.code == nil)
    }

    /// Each member's way to say "not set".
    @Test func whatWasNotSetIsGivenAsEmpty() {
        let set: [String: JSONValue] = [
            "Layers": .array([.object(["Arn": .string("arn:layer")])]), "KMSKeyArn": .string("arn:key"),
            "DeadLetterConfig": .object(["TargetArn": .string("arn:queue")]),
            "VpcConfig": .object([
                "SubnetIds": .array([.string("s")]), "SecurityGroupIds": .array([.string("g")]),
                "Ipv6AllowedForDualStack": .bool(true), "VpcId": .string("v"),
            ]), "SnapStart": .object(["ApplyOn": .string("PublishedVersions")]),
            "TracingConfig": .object(["Mode": .string("Active")]),
        ]
        let plan = restoring(standing(memory: 128), over: standing(memory: 128, variables: ["B": "2"], others: set))
        #expect(
            plan.configuration == [
                .layers: .array([]), .kmsKeyArn: .string(""),
                "DeadLetterConfig": .object(["TargetArn": .string("")]),
                .vpcConfig: .object([
                    "SubnetIds": .array([]), "SecurityGroupIds": .array([]), "Ipv6AllowedForDualStack": .bool(false),
                ]),
                .snapStart: .object(["ApplyOn": .string("None")]),
                .tracingConfig: .object(["Mode": .string("PassThrough")]),
            ])
        #expect(plan.environment?.variables.isEmpty == true)
    }

    @Test func whatNobodyKnowsOfAMemberGoesBackWithIt() {
        let logging = { (format: String, colour: String) in
            standing(
                memory: 128,
                others: ["LoggingConfig": .object(["LogFormat": .string(format), "Colour": .string(colour)])])
        }
        let plan = restoring(logging("Text", "red"), over: logging("JSON", "blue"))
        #expect(
            plan.configuration
                == ["LoggingConfig": .object(["LogFormat": .string("Text"), "Colour": .string("red")])])
    }

    /// With plain text there are none, and AWS takes no empty one.
    @Test func levelsOfLogsAreLeftOut() {
        let json = ["LogFormat": JSONValue.string("JSON"), "SystemLogLevel": .string("INFO")]
        let plan = restoring(
            standing(memory: 128, others: ["LoggingConfig": .object(["LogFormat": .string("Text")])]),
            over: standing(memory: 128, others: ["LoggingConfig": .object(json)]))
        #expect(plan.configuration == ["LoggingConfig": .object(["LogFormat": .string("Text")])])
    }

    @Test func nothingElseOfThePlanIsLeft() {
        let plan = restoring(standing(memory: 128), over: standing(memory: 256))
        #expect(plan.tags.isEmpty && plan.publication == nil && plan.smokeTests == nil && plan.creation == nil)
    }
}

private func standing(
    code: String = "old", memory: Int, variables: [String: String] = [:], others: [String: JSONValue] = [:]
) -> Standing {
    var members: [String: JSONValue] = ["CodeSha256": .string(code), "MemorySize": .integer(memory)]
    members["Environment"] = .object(["Variables": .object(variables.mapValues(JSONValue.string))])
    return Standing(function(members.merging(others) { $1 }))
}
