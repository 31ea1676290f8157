import Testing

@testable import Inputs

/// A message about `environment` may hold its names, and never a value, whatever is wrong with the JSON.
@Suite struct InputSecrecyTests {
    private static let secret = "hunter2-canary"

    @Test(arguments: [
        #"{"KEY":"SECRET""#, #"{"KEY":SECRET}"#, #"{"KEY":'SECRET'}"#, #"{"KEY":"SECRET",}"#, "KEY=SECRET", "SECRET",
        #""SECRET""#, #"["SECRET"]"#, #"{"KEY":["SECRET"]}"#, #"{"KEY":{"SECRET":"SECRET"}}"#, #"{"K":"SECRET"}"#,
        #"{"AWS_REGION":"SECRET"}"#, "{\"KEY\":\"SECRET\n\"}", #"{"KEY":"SECRET\q"}"#, #"{"KEY":"SEC"SECRET"}"#,
        #"{"KEY":"SECRET","KEY":"SECRET"}"#, #"{"KEY":"SECRET"} SECRET"#, #"{"KEY" "SECRET"}"#,
        "{\"KEY\":\"SECRET\(String(repeating: "x", count: 5000))\"}",
    ])
    func aProblemWithTheEnvironmentShowsNoValue(text: String) {
        let text = text.split(separator: "SECRET", omittingEmptySubsequences: false).joined(separator: Self.secret)
        let complaint = #expect(throws: Complaint.self) { try EnvironmentVariables.read(text) }
        #expect(complaint?.reasons.isEmpty == false)
        #expect(!"\(complaint as Any)".contains(Self.secret), "\(complaint as Any)")
    }

    @Test(arguments: [
        #"{"Environment":{"Variables":{"KEY":"SECRET""#, #"{"Environment":{"Variables":{"KEY":SECRET}}}"#,
        #"{"Environment":{"Variables":{"KEY":["SECRET"]}}}"#, #"{"Environment":{"Variables":{"K":"SECRET"}}}"#,
        #"{"Environment":{"Variables":{"KEY":{"SECRET":"SECRET"}}}}"#, #"{"Environment":{"Variables":"SECRET"}}"#,
        #"{"Environment":{"Variables":["SECRET"]}}"#, #"{"Environment":{"KEY":"SECRET"}}"#,
        #"{"Environment":"SECRET"}"#,
        #"{"Environment":["SECRET"]}"#, #"{"Environment":{"Variables":{"KEY":"SECRET\u0000"}}}"#,
        #"{"environment":{"Variables":{"KEY":"SECRET"}}}"#, #"{"MemorySize":"SECRET"}"#, #"["SECRET"]"#,
        #"{"Environment":{"Variables":{"KEY":"SECRET"}},"Timeout":0}"#, #"{"Configuration":{"Environment":"SECRET"}}"#,
        #"{"Environment":{"Variables":{"KEY":"{{ must_env `SECRET` }}"}}}"#,
        "{\"Environment\":{\"Variables\":{\"KEY\":\"SECRET\(String(repeating: "x", count: 5000))\"}}}",
    ])
    func aProblemWithTheConfigurationShowsNoValue(text: String) {
        let text = text.split(separator: "SECRET", omittingEmptySubsequences: false).joined(separator: Self.secret)
        let problems = GivenInputs(["configuration": text]).problems
        #expect(!problems.isEmpty)
        #expect(!"\(problems)".contains(Self.secret), "\(problems)")
    }

    /// Whatever else is wrong: another message may quote the same text.
    @Test(arguments: [
        #"{"Environment":{"Variables":{"KEY":"SECRET"}},"Timeout":0}"#, #"{"Environment":{"KEY":"SECRET"}}"#,
        #"{"Environment":{"Variables":{"KEY":{"A":["SECRET"]}}}}"#,
    ])
    func itsVariablesAreSecretsInAFileToo(text: String) throws {
        let text = text.replacing("SECRET", with: Self.secret)
        let host = GivenHost(files: ["function.json": Array(text.utf8)])
        for given in [text, "@function.json"] {
            let parsed = Invocation.parse(
                arguments: ["deploy", "--configuration=\(given)", "--environment", #"{"OTHER":"one"}"#],
                environment: [:])
            guard case .run(let inputs, _) = parsed else { throw InvalidInputs(problems: []) }
            #expect(inputs.variableValues(readBy: host) == ["one", Self.secret])
        }
    }

    @Test func twoSpellingsThatDifferAreNotShown() {
        let problems = GivenInputs(
            ["smoke-test-payload": "{}"], environment: ["INPUT_SMOKE_TEST_PAYLOAD": Self.secret]
        ).problems
        #expect(problems.count == 1 && !"\(problems)".contains(Self.secret))
    }

    @Test func anEventThatIsNoJSONIsNotShown() {
        let problems = GivenInputs(["smoke-test-payload": Self.secret]).problems
        #expect(problems.count == 1 && !"\(problems)".contains(Self.secret))
    }

    @Test func anErrorOfTheCommandLineShowsNoValueOfAVariable() {
        let invocation = Invocation.parse(
            arguments: ["deploy", "--nonsense"], environment: ["INPUT_ENVIRONMENT": Self.secret])
        #expect(!"\(invocation)".contains(Self.secret))
    }
}
