import AWSCore
import AWSServices
import Engine
import Samples
import Testing

@testable import Deployment

/// What AWS would refuse after a part has been written, told from plan and function alone.
@Suite struct ForeseenRefusalTests {
    private func variables(_ sizes: [String: Int]) -> [String: String] {
        sizes.mapValues { String(repeating: "v", count: $0) }
    }

    private func standing(_ sizes: [String: Int]) -> FunctionContent {
        let variables = JSONValue.object(variables(sizes).mapValues(JSONValue.string))
        return FunctionContent(of: function(["Environment": .object(["Variables": variables])]))
    }

    private func given(_ sizes: [String: Int], _ strategy: PlannedEnvironment.Strategy = .merge) -> DeploymentPlan {
        plan(environment: PlannedEnvironment(variables: variables(sizes).mapValues { Secret($0) }, strategy: strategy))
    }

    /// `{"OLD":"","NEW":""}` has 19 bytes.
    @Test(
        arguments: [
            (3900, 177, nil), (3900, 178, 4097), (0, 4087, 4106), (1000, 900, nil),
        ] as [(Int, Int, Int?)])
    func whatStandsCountsWithWhatIsGiven(old: Int, new: Int, excess: Int?) {
        guard let excess else {
            #expect(given(["NEW": new]).foreseenRefusal(over: standing(["OLD": old])) == nil)
            return
        }
        guard case .variablesTooLarge(let bytes, _)? = given(["NEW": new]).foreseenRefusal(over: standing(["OLD": old]))
        else {
            Issue.record("it is not foreseen")
            return
        }
        #expect(bytes == excess)
    }

    @Test func theLargestAreNamed() {
        let refusal = given(["NEW": 900, "ZERO": 0]).foreseenRefusal(over: standing(["OLD": 3800, "B": 9, "A": 9]))
        guard case .variablesTooLarge(_, let largest)? = refusal else {
            Issue.record("it is not foreseen")
            return
        }
        #expect(largest.map(\.name) == ["OLD", "NEW", "A"])
        #expect(largest.map(\.isGiven) == [false, true, false])
    }

    @Test func whatIsReplacedOrStandsAlreadyIsNoExcess() {
        #expect(given(["NEW": 900], .replace).foreseenRefusal(over: standing(["OLD": 3900])) == nil)
        // However it came to stand: it is not sent.
        #expect(given(["OLD": 5000]).foreseenRefusal(over: standing(["OLD": 5000])) == nil)
        #expect(given(["NEW": 5000]).foreseenRefusal(over: nil) != nil)
    }

    @Test(
        arguments: [
            (["RetentionPeriodInDays": 7], nil, .executionTimeoutMissing),
            (["RetentionPeriodInDays": 7], ["RetentionPeriodInDays": 1], .executionTimeoutMissing),
            (["RetentionPeriodInDays": 7], ["ExecutionTimeout": 60], nil),
            (["RetentionPeriodInDays": 7, "ExecutionTimeout": 60], nil, nil),
            (nil, ["RetentionPeriodInDays": 7], nil), ([:], nil, nil),
        ] as [([String: Int]?, [String: Int]?, ForeseenRefusal?)])
    func aDurableFunctionNeedsATime(given: [String: Int]?, standing: [String: Int]?, refusal: ForeseenRefusal?) {
        #expect(durable(given).foreseenRefusal(over: content(standing)) == refusal)
        guard standing == nil else { return }
        #expect(durable(given).foreseenRefusal(over: nil) == refusal)
    }

    @Test(
        arguments: [
            (900, nil, nil), (901, nil, 901), (nil, 901, 901), (900, 901, nil), (901, 900, 901), (nil, nil, nil),
        ] as [(Int?, Int?, Int?)])
    func aTestOfWhatMayRunForLongIsNeverCalled(given: Int?, standing: Int?, tooLong: Int?) {
        var plan = durable(given.map { ["ExecutionTimeout": $0] })
        let content = content(standing.map { ["ExecutionTimeout": $0] })
        #expect(plan.foreseenRefusal(over: content) == nil)
        let test = SmokeTest(name: nil, payload: .null, criterion: .success, timeout: nil)
        plan.smokeTests = SmokeTests(tests: [test], target: nil)
        #expect(plan.foreseenRefusal(over: content) == tooLong.map { .testNeverCalled(executionTimeout: $0) })
    }

    @Test func onlyLayersThatAreNewAreAskedFor() {
        let (old, new) = ("arn:aws:lambda:e:123456789012:layer:x:1", "arn:aws:lambda:e:123456789012:layer:x:2")
        let given = plan(configuration: [
            .layers: .array([old, new, "arn:aws:lambda:::awslayer:AmazonLinux2"].map(JSONValue.string))
        ])
        let shown = JSONValue.array([.object(["Arn": .string(old), "CodeSize": .integer(1)])])
        #expect(given.layersToAskFor(over: FunctionContent(of: function(["Layers": shown]))) == [new])
        #expect(given.layersToAskFor(over: nil) == [old, new])
        #expect(plan().layersToAskFor(over: nil) == [])
    }

    private func durable(_ members: [String: Int]?) -> DeploymentPlan {
        plan(configuration: members.map { [.durableConfig: .object($0.mapValues(JSONValue.integer))] } ?? [:])
    }

    private func content(_ members: [String: Int]?) -> FunctionContent {
        let shown = members.map { ["DurableConfig": JSONValue.object($0.mapValues(JSONValue.integer))] }
        return FunctionContent(of: function(shown ?? [:]))
    }
}
