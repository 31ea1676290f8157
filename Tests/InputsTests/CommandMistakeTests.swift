import Testing

@testable import Inputs

/// What somebody gets to read who has mistyped: what is wrong, and what is right.
@Suite struct CommandMistakeTests {
    private static let mistakes: [(String, right: String)] = [
        ("deply", "lockstep deploy"),
        ("rolback --alias live", "lockstep rollback"),
        ("premissions", "lockstep permissions"),
        ("preview --alias live", "lockstep plan"),
        ("revert", "lockstep rollback"),
        ("verison", "lockstep version"),
        ("frobnicate", "deploy, plan, rollback, package, permissions, status, version, help"),
        ("help depoly", "lockstep deploy"),
        ("--function-name orders", "lockstep deploy --function-name VALUE"),
        ("deploy --memory-sise 256", "lockstep deploy --memory-size VALUE"),
        ("deploy --memory_size=256", "lockstep deploy --memory-size VALUE"),
        ("deploy --alarm x", "lockstep deploy --alarms VALUE"),
        ("deploy --dryrun", "lockstep deploy --dry-run"),
        ("deploy --no-publsh", "lockstep deploy --no-publish"),
        ("deploy --nonsense", "lockstep deploy --help"),
        ("deploy -function-name orders", "lockstep deploy --function-name VALUE"),
        ("deploy orders", "lockstep deploy --function-name orders"),
        ("deploy function-name=orders", "lockstep deploy --function-name VALUE"),
        ("deploy --function-name orders live", "lockstep deploy --help"),
        ("deploy --alias", "lockstep deploy --alias VALUE"),
        ("deploy --alias --stage x", "lockstep deploy --alias VALUE"),
        ("deploy --function-description -x", "lockstep deploy --function-description=-x"),
        ("plan --mode deploy", "lockstep plan or lockstep deploy"),
        ("rollback --mode=plan", "lockstep rollback or lockstep plan"),
        ("deploy --no-alias", "lockstep deploy --alias="),
        ("deploy --no-publish=true", "lockstep deploy --no-publish or --publish"),
        ("stauts orders", "lockstep status"),
        ("describe orders", "lockstep status"),
        ("status orders --wach", "lockstep status --watch"),
        ("status orders --alias live", "lockstep deploy --alias VALUE"),
        ("deploy --environment A=1 DB_PASSWORD=hunter2", "lockstep deploy --help"),
        ("deploy --function-description --help", "lockstep deploy --function-description=--help"),
        ("deploy --watch", "lockstep status --watch"),
        ("deploy --exit-code", "lockstep plan --exit-code"),
        ("deploy --output yaml", "lockstep deploy --output json"),
        ("deploy --rollback-to 3", "lockstep rollback --rollback-to VALUE"),
        ("rollback --memory-size 256", "lockstep deploy --memory-size VALUE"),
        ("package --alias live", "lockstep deploy --alias VALUE"),
        ("--generate-completion-script", "lockstep --generate-completion-script bash"),
    ]

    @Test(arguments: mistakes)
    func isAnsweredInThreeLinesWithWhatIsRight(line: String, right: String) throws {
        let words = line.split(separator: " ").map(String.init)
        guard case .print(let text, let code) = Invocation.parse(arguments: words, environment: [:]) else {
            return #expect(Bool(false), "\(line) is understood")
        }
        let lines = text.split(separator: "\n").map(String.init)
        #expect(code == 2 && (2...3).contains(lines.count) && lines.last == right, "\(text)")
        #expect(lines.allSatisfy { $0.count < 100 })
    }

    @Test func aVeryLongWordIsShownInPart() {
        let words = ["deploy", String(repeating: "x", count: 5_000)]
        guard case .print(let text, 2) = Invocation.parse(arguments: words, environment: [:]) else {
            return #expect(Bool(false))
        }
        #expect(text.count < 250)
    }

    @Test func inAWorkflowTheOutputsAreTheSteps() {
        let given = Invocation.parse(
            arguments: ["deploy", "--output", "json"], environment: ["GITHUB_ACTIONS": "true"])
        guard case .print(let text, 2) = given else { return #expect(Bool(false)) }
        #expect(text.hasSuffix("steps.ID.outputs.NAME"))
    }
}

@Suite struct TermsTests {
    @Test(arguments: [
        ("give zip-file, or s3-key.", "give --zip-file, or --s3-key."),
        ("smoke-test-payload", "--smoke-test-payload"),
        ("Set rollback-to (or alias) to x", "Set --rollback-to (or alias) to x"),
        ("give it with mode rollback.", "give it with lockstep rollback."),
        ("mode: plan shows it", "lockstep plan shows it"),
        ("set mode to plan, with rollback-to", "use lockstep plan, with --rollback-to"),
        ("not \"zip-file\"", "not \"zip-file\""), ("./zip-file/a and zip-file.zip", "./zip-file/a and zip-file.zip"),
        ("It is not there. In a workflow it begins at the workspace: build there, in it.", "It is not there. "),
        ("--memory-size 3", "--memory-size 3"), ("the mode of the file", "the mode of the file"),
    ])
    func aTerminalHasFlags(written: String, shown: String) {
        #expect(Terms.inTerminal(written) == shown)
    }
}
