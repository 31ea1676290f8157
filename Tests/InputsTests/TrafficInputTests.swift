import AWSServices
import Deployment
import Testing

@testable import Inputs

@Suite struct TrafficInputTests {
    private func steps(_ text: String) throws -> TrafficSteps { try TrafficSteps(input: text) }

    @Test(arguments: [
        "10% 5m, 50% 10m,100% 2h", "10%  300s\n50% 600s\n\n100% 120m\n", " 10.0% 5m,\n50.00% 10m , 100% 2h",
    ])
    func stepsAreReadInTheWaysPeopleWriteThem(text: String) throws {
        let steps = try steps(text)
        #expect(steps.partial.map(\.share.description) == ["10%", "50%"])
        #expect(steps.partial.map(\.lasts) == [.seconds(300), .seconds(600)])
        #expect(steps.watch == .seconds(7200))
    }

    @Test(
        arguments: [
            ("10%", "\"10%\" is not a share and a time"), ("10 5m", "\"10 5m\" is not a share and a time"),
            ("10% 5m 5m", "is not a share and a time"), ("10% for 5m", "is not a share and a time"),
            ("canary", "must be"),
            ("0% 5m", "the share \"0%\""), ("0.5% 5m", "the share \"0.5%\""), ("101% 5m", "the share \"101%\""),
            ("2.555% 5m", "at most two digits"), ("-1% 5m", "the share"), ("1.% 5m", "the share"),
            (".5% 5m", "the share"),
            ("1e1% 5m", "the share"), ("٢% 5m", "the share"), ("1.2.3% 5m", "the share"),
            ("10% 5", "has 10% for a time that must be a whole number of seconds"), ("10% 0m", "from 1 to 86400"),
            ("10% 25h", "such as 90s, 5m or 2h"), ("10% 5d", "from 1 to 86400"), ("10% m", "from 1 to 86400"),
            ("50% 5m, 10% 5m", "has 10% after 50%: shares must rise"), ("100% 5m, 50% 5m", "has 50% after 100%"),
            ("10% 5m, 10.00% 5m", "has 10% after 10%"), (",", "has no step"),
        ] as [(String, String)])
    func whatIsNoPlanIsRefused(text: String, told: String) throws {
        let complaint = #expect(throws: Complaint.self) { try steps(text) }
        #expect(try #require(complaint?.reasons.first).contains(told), "\(complaint?.reasons ?? [])")
    }

    @Test func allStepsThatAreWrongAreToldAtOnce() {
        let complaint = #expect(throws: Complaint.self) { try steps("x, 0% 5m, 10% 5") }
        #expect(complaint?.reasons.count == 3)
    }

    @Test func alarmsAreNamesOnLinesBetweenCommasOrInJSON() throws {
        #expect(try AlarmNames.read("a b, c") == ["a b", "c"])
        #expect(try AlarmNames.read("a\n b \n\nc\na") == ["a", "b", "c"])
        #expect(try AlarmNames.read(#"["a, b","c"]"#) == ["a, b", "c"])
        #expect(throws: Complaint.self) { try AlarmNames.read("arn:aws:cloudwatch:eu-central-1:123456789012:alarm:a") }
        #expect(throws: Complaint.self) { try AlarmNames.read((1...101).map(String.init).joined(separator: ",")) }
        #expect(throws: Complaint.self) { try AlarmNames.read(" , ") }
        #expect(throws: Complaint.self) { try AlarmNames.read(String(repeating: "a", count: 256)) }
    }

    @Test func inputsThatGuardNothingAreProblems() {
        #expect(GivenInputs(["traffic": "10% 5m"]).problems.map(\.input) == ["traffic"])
        #expect(GivenInputs(["alarms": "a", "alias": "live"]).problems.map(\.input) == ["alarms"])
        #expect(GivenInputs(["traffic": "10% 5m", "alarms": "a", "alias": "live"]).problems.isEmpty)
        #expect(
            GivenInputs(["traffic": "10% 5m", "alias": "live", "alarms-already-on": "ignore"]).problems.map(\.input)
                == ["alarms-already-on"])
        #expect(
            GivenInputs(["traffic": "10% 5m", "alias": "live", "publish": "false"]).problems.map(\.input) == ["alias"])
    }

    @Test func withoutTheseInputsNothingIsOtherThanBefore() throws {
        let publication = try GivenInputs(["alias": "live"]).settings().publication
        guard case .atOnce? = publication?.traffic.shift else {
            Issue.record("traffic does not go over at once")
            return
        }
        #expect(publication?.traffic.alarms == nil)
    }

    @Test func codeDeployNeedsItsNamesAndNothingElseTakesThem() throws {
        let whole = [
            "traffic": "codedeploy", "alias": "live", "codedeploy-application": "shop",
            "codedeploy-deployment-group": "orders",
        ]
        let publication = try GivenInputs(whole).settings().publication
        guard case .byCodeDeploy(let planned)? = publication?.traffic.shift else {
            Issue.record("it is not CodeDeploy's")
            return
        }
        #expect(planned.group == DeploymentGroup(application: "shop", name: "orders"))
        #expect(planned.isFollowed)
        func problems(_ changes: [String: String?]) -> [String] {
            GivenInputs(whole.mapValues { Optional($0) }.merging(changes) { $1 }).problems.map(\.input)
        }
        #expect(problems(["codedeploy-application": nil]) == ["codedeploy-application"])
        #expect(problems(["alarms": "errors"]) == ["alarms"])
        #expect(problems(["wait": "no"]) == ["wait"])
        #expect(problems(["traffic": "10% 5m"]) == ["codedeploy-application", "codedeploy-deployment-group"])
        #expect(GivenInputs(["wait": "false"]).problems.map(\.input) == ["wait"])
    }

    @Test(arguments: [
        ("29", ["deadline"]), ("0", ["deadline"]), ("86401", ["deadline"]), ("soon", ["deadline"]),
        ("1h", ["deadline"]),
        ("30", []), ("30s", []), ("15m", []),
    ])
    func aDeadlineLeavesTimeForPuttingBack(deadline: String, problems: [String]) {
        #expect(GivenInputs(["deadline": deadline]).problems.map(\.input) == problems)
    }

    @Test func stepsThatOutlastTheDeadlineAreAProblem() {
        func problems(_ traffic: String, _ deadline: String) -> [String] {
            GivenInputs(["alias": "live", "traffic": traffic, "deadline": deadline]).problems.map(\.message)
        }
        #expect(problems("10% 5m, 100% 5m", "611").isEmpty)
        #expect(
            problems("10% 5m, 100% 5m", "610") == [
                "is 610 seconds, 10 of them for putting back, but the steps of traffic alone take 600: raise it, or shorten the steps"
            ])
    }
}
