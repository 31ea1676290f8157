import AWSCore
import AWSServices
import Engine
import Samples
import Testing

@testable import Deployment

@Suite struct ChangesTests {
    private let variables = ["Environment": JSONValue.object(["Variables": .object(["A": .string("1")])])]

    @Test func anotherSpellingOfALetterIsAnotherTag() {
        let (composed, decomposed) = ("caf\u{E9}", "cafe\u{301}")
        let tags = plan(tags: ["team": composed])
        #expect(tags.tagsToSend(over: ["team": decomposed]) == ["team": composed])
        #expect(tags.tagsToSend(over: ["team": composed]).isEmpty)
    }

    @Test func nothingDiffersNothingIsSent() {
        let changes = Changes(of: plan(configuration: ["MemorySize": .integer(128)]), on: function())
        #expect(changes.isEmpty)
        #expect(changes.differences.isEmpty)
    }

    @Test func onlyWhatDiffersIsSent() {
        let planned: [ConfigurationMember: JSONValue] = ["MemorySize": .integer(256), .timeout: .integer(3)]
        let changes = Changes(of: plan(configuration: planned), on: function())
        #expect(changes.configuration == ["MemorySize": .integer(256)])
        #expect(changes.code == nil)
    }

    @Test func codeOfUnknownDigestIsAlwaysSent() {
        #expect(Changes(of: plan(digest: nil), on: function()).code == .unknown)
        #expect(Changes(of: plan(digest: "new"), on: function()).code == .otherCode)
    }

    @Test func mergedVariablesKeepTheOthers() {
        let given = PlannedEnvironment(variables: ["B": Secret("2")], strategy: .merge)
        let changes = Changes(of: plan(environment: given), on: function(variables))
        #expect(changes.configuration[.environment] == .object(["A": .string("1"), "B": .string("2")]))
        #expect(changes.differences.map(\.name) == ["Environment.B"])
    }

    @Test func replacedVariablesAreAllThereAre() {
        let given = PlannedEnvironment(variables: ["B": Secret("2")], strategy: .replace)
        let changes = Changes(of: plan(environment: given), on: function(variables))
        #expect(changes.configuration[.environment] == .object(["B": .string("2")]))
        #expect(changes.differences.map(\.name) == ["Environment.A", "Environment.B"])
    }

    @Test func variablesThatStandAlreadyAreNoChange() {
        let given = PlannedEnvironment(variables: ["A": Secret("1")], strategy: .merge)
        #expect(Changes(of: plan(environment: given), on: function(variables)).isEmpty)
    }

    @Test func noDifferenceShowsAVariablesValue() {
        let given = PlannedEnvironment(variables: ["A": Secret("s3cret")], strategy: .merge)
        let changes = Changes(of: plan(environment: given), on: function(variables))
        #expect(
            changes.differences == [Difference(name: "Environment.A", before: .string("***"), after: .string("***"))])
    }

    @Test(
        arguments: [
            (network([], [], nil), network([], [], false)),
            (network(nil, nil, false), network(["s"], ["g"], false)),
            (network(["t"], ["h"], nil), network(["t"], ["h"], nil)),
            (network(["s"], ["g"], nil), nil),
        ])
    func aNetworkIsSentWhole(given: JSONValue, sent: JSONValue?) {
        let standing = function(["VpcConfig": Self.network(["s"], ["g"], true)])
        let changes = Changes(of: plan(configuration: [.vpcConfig: given]), on: standing)
        #expect(changes.configuration[.vpcConfig] == sent)
    }

    private static func network(_ subnets: [String]?, _ groups: [String]?, _ isDualStack: Bool?) -> JSONValue {
        let members = [
            "SubnetIds": subnets.map { .array($0.map(JSONValue.string)) },
            "SecurityGroupIds": groups.map { .array($0.map(JSONValue.string)) },
            "Ipv6AllowedForDualStack": isDualStack.map(JSONValue.bool),
        ]
        return .object(members.compactMapValues { $0 })
    }

    @Test func onlyTagsThatDifferAreWritten() {
        let tagged = function(tags: ["a": "1", "b": "2"])
        #expect(Changes(of: plan(tags: ["a": "1", "b": "3"]), on: tagged).tags == ["b": "3"])
    }
}
