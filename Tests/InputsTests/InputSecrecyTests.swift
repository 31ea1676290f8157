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

    @Test func twoSpellingsThatDifferAreNotShown() {
        let problems = GivenInputs(
            ["environment": #"{"KEY":"\#(Self.secret)"}"#], environment: ["INPUT_SMOKE_TEST_PAYLOAD": Self.secret]
        ).problems
        #expect(problems.count == 1 && !"\(problems)".contains(Self.secret))
    }

    @Test func anErrorOfTheCommandLineShowsNoValueOfAVariable() {
        let invocation = Invocation.parse(
            arguments: ["deploy", "--nonsense"], environment: ["INPUT_ENVIRONMENT": Self.secret])
        #expect(!"\(invocation)".contains(Self.secret))
    }
}
