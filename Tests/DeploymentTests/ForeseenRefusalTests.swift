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
            #expect(given(["NEW": new]).foreseenRefusals(over: standing(["OLD": old]), in: nil).first == nil)
            return
        }
        guard
            case .variablesTooLarge(let bytes, _)? = given(["NEW": new]).foreseenRefusals(
                over: standing(["OLD": old]), in: nil
            ).first
        else {
            Issue.record("it is not foreseen")
            return
        }
        #expect(bytes == excess)
    }

    @Test func theLargestAreNamed() {
        let refusal = given(["NEW": 900, "ZERO": 0]).foreseenRefusals(
            over: standing(["OLD": 3800, "B": 9, "A": 9]), in: nil
        ).first
        guard case .variablesTooLarge(_, let largest)? = refusal else {
            Issue.record("it is not foreseen")
            return
        }
        #expect(largest.map(\.name) == ["OLD", "NEW", "A"])
        #expect(largest.map(\.isGiven) == [false, true, false])
    }

    @Test func whatIsReplacedOrStandsAlreadyIsNoExcess() {
        #expect(given(["NEW": 900], .replace).foreseenRefusals(over: standing(["OLD": 3900]), in: nil).first == nil)
        // However it came to stand: it is not sent.
        #expect(given(["OLD": 5000]).foreseenRefusals(over: standing(["OLD": 5000]), in: nil).first == nil)
        #expect(given(["NEW": 5000]).foreseenRefusals(over: nil, in: nil).first != nil)
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
        #expect(durable(given).foreseenRefusals(over: content(standing), in: nil).first == refusal)
        guard standing == nil else { return }
        #expect(durable(given).foreseenRefusals(over: nil, in: nil).first == refusal)
    }

    @Test(
        arguments: [
            (900, nil, nil), (901, nil, 901), (nil, 901, 901), (900, 901, nil), (901, 900, 901), (nil, nil, nil),
        ] as [(Int?, Int?, Int?)])
    func aTestOfWhatMayRunForLongIsNeverCalled(given: Int?, standing: Int?, tooLong: Int?) {
        var plan = durable(given.map { ["ExecutionTimeout": $0] })
        let content = content(standing.map { ["ExecutionTimeout": $0] })
        #expect(plan.foreseenRefusals(over: content, in: nil).first == nil)
        let test = SmokeTest(name: nil, payload: .null, criterion: .success, timeout: nil)
        plan.smokeTests = SmokeTests(tests: [test], target: nil)
        #expect(
            plan.foreseenRefusals(over: content, in: nil).first
                == tooLong.map { .testNeverCalled(executionTimeout: $0) })
    }

    @Test func allThatIsForeseenIsToldAtOnce() {
        var plan = durable(["ExecutionTimeout": 901])
        plan.environment = PlannedEnvironment(
            variables: ["NEW": Secret(variables(["": 5000])[""] ?? "")], strategy: .merge)
        let test = SmokeTest(name: nil, payload: .null, criterion: .success, timeout: nil)
        plan.smokeTests = SmokeTests(tests: [test], target: nil)
        let all = plan.foreseenRefusals(over: content([:]), in: .activeNonInvocable)
        #expect(all.count == 3 && all.contains(.testNeverCalled(executionTimeout: 901)), "\(all)")
        #expect(all.contains(.latestNotInvocable))
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
