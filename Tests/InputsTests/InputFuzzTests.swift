import Fuzzing
import HTTP
import Testing
import Worlds

@testable import Inputs

/// Whatever stands in any input or variable: it is refused under its name, or it can be deployed.
@Suite struct InputFuzzTests {
    private static let folder: String = {
        let folder = makeTemporaryDirectory()
        write("def handler(event, context): return event\n", to: "\(folder)/app.py")
        return folder
    }()

    @Test func anythingInAnyInputIsRefusedUnderItsNameOrTaken() {
        for one in Campaign("inputs", cases: 700, filter: "InputFuzzTests") {
            var dice = one.dice
            let environment = dice.spoilt(Self.good)
            judge(ActionInputs(withoutTheParser: environment), environment, "\(one)")
        }
    }

    /// A lost input would be a wrong deployment.
    @Test func everyInputComesThroughTheParserAsItIs() throws {
        for one in Campaign("inputs for the parser", cases: 50, filter: "InputFuzzTests") {
            var dice = one.dice
            let environment = dice.spoilt(Self.good)
            let inputs = try #require(parsed(environment), "\(one)")
            judge(inputs, environment, "\(one)")
            for (name, path) in ActionInputs.byName {
                let given = environment["INPUT_\(name.uppercased())"].given.map { Array($0.utf8) }
                #expect(inputs[keyPath: path].given.map { Array($0.utf8) } == given, "\(name), \(one)")
            }
        }
    }

    @Test func theInputsToBeSpoiltAreGood() throws {
        let inputs = try #require(parsed(Self.good))
        #expect(problems(inputs, Self.good) == [])
        #expect(Set(Self.good.keys).isSubset(of: Dice.variables))
        #expect(Set(ActionInputs.byName.keys) == Set(ActionInputs.names))
    }

    private func judge(_ inputs: ActionInputs, _ environment: [String: String], _ what: Comment) {
        let started = processorTime()
        let problems = problems(inputs, environment)
        #expect(!problems.contains { $0.input.isEmpty }, "refused without a word, \(what)")
        #expect(processorTime() - started < .seconds(30), what)
        for problem in problems {
            #expect(
                ActionInputs.names.contains(problem.input) || environment[problem.input] != nil, "\(problem): \(what)")
            let length = environment["INPUT_\(problem.input.uppercased())"]?.count ?? 0
            #expect(!problem.message.isEmpty && problem.message.count < 2_000 + length, "\(problem): \(what)")
        }
        for (name, told) in Dictionary(grouping: problems, by: \.input) {
            #expect(told.count <= 13, "\(name): \(told), \(what)")
        }
    }

    private func parsed(_ environment: [String: String]) -> ActionInputs? {
        guard case .run(let inputs, _) = Invocation.parse(arguments: [], environment: environment) else {
            return nil
        }
        return inputs
    }

    /// - Returns: what the program tells; nothing, if it would begin to deploy.
    private func problems(_ inputs: ActionInputs, _ environment: [String: String]) -> [InputProblem] {
        do throws(InvalidInputs) {
            _ = try Preparation(inputs, GivenHost(environment: environment), startedAt: 1_772_600_767)
            return []
        } catch {
            return error.problems.isEmpty ? [InputProblem(input: "", message: "")] : error.problems
        }
    }

    fileprivate static let good: [String: String] = {
        let role = "arn:aws:iam::123456789012:role/app"
        let inputs = [
            "function-name": "orders", "code-artifacts-dir": folder, "aws-region": "eu-central-1", "alias": "live",
            "environment": #"{"TOKEN":"s3cret \u00e4\n","PORT":8080}"#, "tags": #"{"team":"blue"}"#, "role": role,
            "handler": "app.handler", "runtime": "python3.13", "memory-size": "256", "timeout": "3",
            "vpc-config": #"{"SubnetIds":["subnet-1"],"SecurityGroupIds":["sg-1"]}"#, "publish": "true",
            "mode": "deploy",
            "layers": "arn:aws:lambda:eu-central-1:123456789012:layer:x:1", "architectures": "arm64",
            "tracing-config": #"{"Mode":"Active"}"#, "snap-start": #"{"ApplyOn":"None"}"#, "max-retries": "2",
            "file-system-configs": "[]", "logging-config": #"{"LogFormat":"JSON"}"#, "wait-timeout": "5m",
            "dead-letter-config": #"{"TargetArn":""}"#, "durable-config": #"{"ExecutionTimeout":1}"#, "stage": "prod",
            "smoke-test-payload": #"[{"name":"a","payload":[1,2.5e3,{"a":null}],"timeout":"3s"}]"#,
            "smoke-test-expect": "{}", "smoke-test-timeout": "30", "smoke-test-target": "both",
            "ephemeral-storage": "512",
            "configuration":
                #"{"Environment":{"Variables":{"AB":"1"}},"Tags":{"a":"b"},"New":[{"A":null}],"Timeout":5}"#,
            "traffic": "10% 5m, 50% 2h", "alarms": "errors, latency", "alarms-already-on": "warn",
            "version-description": "{stage}: {ref} | {sha}", "endpoint-url": "http://127.0.0.1:9/x",
        ]
        var environment = [
            "GITHUB_ACTIONS": "true", "AWS_ACCESS_KEY_ID": "AKIDEXAMPLE", "AWS_SECRET_ACCESS_KEY": "the-secret-key",
            "AWS_SESSION_TOKEN": "token", "GITHUB_REF_NAME": "main", "GITHUB_SHA": "0123456789abcdef",
        ]
        for (name, value) in inputs { environment["INPUT_\(name.uppercased())"] = value }
        return environment
    }()
}

extension Dice {
    static let variables =
        ActionInputs.names.map { "INPUT_\($0.uppercased())" } + [
            "AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY", "AWS_SESSION_TOKEN", "AWS_REGION", "AWS_ENDPOINT_URL",
            "GITHUB_ACTIONS", "GITHUB_REF_NAME", "GITHUB_SHA", "GITHUB_RUN_ID", "GITHUB_ACTOR",
        ]

    fileprivate mutating func spoilt(_ environment: [String: String]) -> [String: String] {
        var environment = environment
        for _ in 0...below(4) { spoil(&environment) }
        return environment
    }

    private mutating func spoil(_ environment: inout [String: String]) {
        // What the program is to be here, an action, is not in question.
        let name = pick(Self.variables.filter { $0 != "GITHUB_ACTIONS" })
        let value = chance(80) ? environment[name] ?? pick(Self.words) : pick(Array(environment.values).sorted())
        switch below(5) {
        // What sits on the last character, and makes it another one only to whoever looks closely.
        case 4: environment[name] = value + pick(["\u{301}", "\u{FE0F}", "\u{200D}"])
        case 0: environment[name] = anyText(upTo: 30)
        case 1: environment[name] = String(decoding: anyBytes(upTo: 60), as: UTF8.self)
        case 2 where chance(5): environment[name] = String(repeating: pick(Self.words), count: 1 + below(3_000))
        default: environment[name] = mutated(value, words: Self.words)
        }
    }

    private static let words = [
        "{", "}", "[", "]", "\"", ":", ",", "null", "{\"a\":", "[[", "\\u0000", "\\ud800", "1e999", "-0", "٣", "--x=",
        "arn:aws:", ":", "/", "..", "\n", "\r\n", "\u{301}", "%0A", "::error::", "##[add-mask]", "$LATEST", "{ref}",
        "aws:", "@", "@app.py", "\"expect\":",
        "99999999999999999999", "s3cret", "true", "Image", "h/i:1", "[::1]", "http://",
    ]
}
