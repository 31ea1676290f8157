import Testing

@testable import Inputs

@Suite struct InvocationTests {
    @Test(arguments: ["INPUT_MEMORY-SIZE", "INPUT_MEMORY_SIZE"])
    func aVariableIsReadInBothSpellings(variable: String) throws {
        let inputs = try #require(run([], [variable: "256"]))
        #expect(inputs.configuration.memorySize == "256")
    }

    @Test func everyInputIsAVariableAndAFlag() throws {
        let values = ActionInputs.names.map { ($0, "-\($0)=b\nc") }
        let byFlags = try #require(run(values.map { "--\($0)=\($1)" }, ["GITHUB_ACTIONS": "true"]))
        let variables = values.map { ("INPUT_\($0.uppercased())", $1) }
        let byVariables = try #require(run([], Dictionary(uniqueKeysWithValues: variables)))
        #expect("\(byFlags)" == "\(byVariables)")
        #expect(values.allSatisfy { "\(byFlags)".contains($1.debugDescription) })
    }

    @Test(arguments: RunMode.allCases)
    func aCommandsNameIsItsMode(command: RunMode) throws {
        let inputs = try #require(run([command.rawValue], [:]))
        #expect(inputs.task.mode == command.rawValue)
        #expect(inputs.makesPackage == (command == .package))
    }

    @Test func theSameValueInBothSpellingsIsNoProblem() {
        let twice = ["INPUT_MEMORY-SIZE": "256\n", "INPUT_MEMORY_SIZE": " 256"]
        #expect(GivenInputs(environment: twice).problems.isEmpty)
    }

    @Test func twoValuesInTwoSpellingsAreAProblemThatNamesBoth() {
        let problems = GivenInputs(environment: ["INPUT_MEMORY-SIZE": "256", "INPUT_MEMORY_SIZE": "512"]).problems
        #expect(problems.map(\.input) == ["memory-size"])
        #expect(problems.first?.message.contains("INPUT_MEMORY-SIZE and INPUT_MEMORY_SIZE") == true)
    }

    @Test func anEmptySpellingDoesNotHideTheOther() throws {
        let inputs = try #require(run([], ["INPUT_MEMORY-SIZE": "", "INPUT_MEMORY_SIZE": "512"]))
        #expect(inputs.configuration.memorySize == "512")
    }

    @Test(arguments: [["--publish"], ["--publish", "true"], ["--publish=true"]])
    func aSwitchNeedsNoValueAndTakesOne(words: [String]) throws {
        for after in [[], ["--alias", "live"]] {
            #expect(try #require(run(["deploy"] + words + after, [:])).release.publish.given == "true")
        }
        #expect(try #require(run(["deploy", "--no-publish"], [:])).release.publish.given == "false")
        #expect(run(["deploy", "--publish", "maybe"], [:]) == nil)
        let status = try #require(run(["status", "--role-chaining", "orders", "--function-name", "invoices"], [:]))
        #expect(status.functionName == "orders,invoices")
    }

    @Test func justWhatIsTrueOrFalseIsASwitch() throws {
        // The other two are only read where there is something to wait for, or a role.
        for name in ActionInputs.names where !["mode", "wait", "role-chaining"].contains(name) {
            let problems = GivenInputs([name: "maybe"]).problems.filter { $0.input == name }
            let isSwitch = problems.contains { $0.message.hasPrefix("must be true or false,") }
            #expect(isSwitch == ActionInputs.switches.contains(name), "\(name)")
        }
    }

    @Test func whatIsNoInputIsAWish() {
        let given = Invocation.parse(arguments: ["plan", "--output", "json", "--exit-code"], environment: [:])
        guard case .run(_, let wishes) = given else { return #expect(Bool(false), "\(given)") }
        #expect(wishes == Wishes(output: .json, tellsChanges: true, watches: false))
    }

    @Test(arguments: [["--memory-size=512"], ["--memory-size", "512"], ["deploy", "--memory-size", "512"]])
    func aFlagWinsOverAVariable(arguments: [String]) throws {
        let inputs = try #require(run(arguments, ["INPUT_MEMORY-SIZE": "256", "INPUT_FUNCTION-NAME": "orders"]))
        #expect(inputs.configuration.memorySize == "512")
        #expect(inputs.task.functionName == "orders")
    }

    @Test func anEmptyFlagTakesAVariableBack() throws {
        let inputs = try #require(run(["--alias=", "--stage", "x="], ["INPUT_ALIAS": "live"]))
        #expect(inputs.release.alias.given == nil && inputs.release.stage == "x=")
    }

    /// The mark would sit on the equals sign before it, or on the blank.
    @Test(
        arguments: [
            (["--alias=\u{301}live"], [:]), ([], ["INPUT_ALIAS": "\u{301}live"]), ([], ["INPUT_ALIAS": " \u{301}live"]),
        ] as [([String], [String: String])])
    func aMarkAtAValuesBeginningIsPartOfIt(arguments: [String], environment: [String: String]) throws {
        let inputs = try #require(run(["deploy"] + arguments, environment))
        #expect(inputs.release.alias.given?.unicodeScalars.map(\.value) == [0x301, 0x6C, 0x69, 0x76, 0x65])
    }

    @Test func valuesAreTrimmedAndOnlyAtTheirEnds() throws {
        let inputs = try #require(run([], ["INPUT_FUNCTION-DESCRIPTION": "\n  -a b\r\nc \r\n"]))
        #expect(inputs.configuration.functionDescription == "-a b\r\nc")
    }

    @Test func variablesThatAreNoInputsAreIgnored() {
        #expect(run([], ["INPUT_ARGS": "--nonsense", "INPUT_ENTRYPOINT": "x", "INPUT_MODE": ""]) != nil)
    }

    @Test func aCommandWinsOverTheModeThatEverybodyHasWhoSaysNothing() throws {
        for arguments in [["plan"], ["plan", "--mode", "plan"], ["plan", "--dry-run=false"]] {
            #expect(try #require(run(arguments, ["INPUT_MODE": "deploy"])).task.mode == "plan")
        }
        let (text, code) = try #require(shown(["deploy"], ["INPUT_MODE": "plan"]))
        #expect(text.hasPrefix("lockstep deploy and INPUT_MODE plan contradict each other.") && code == 2)
    }

    @Test func onGitHubAnActionWithoutInputsIsADeploymentNotAHelpPage() {
        #expect(run([], ["GITHUB_ACTIONS": "true"]) != nil)
        #expect(run([], ["INPUT_MODE": ""]) != nil)
    }

    @Test(arguments: [[], ["--help"], ["-h"], ["help"]])
    func withoutACommandTheHelpNamesTheCommands(arguments: [String]) throws {
        let (page, code) = try #require(shown(arguments, [:]))
        #expect(code == 0)
        #expect(page.contains("deploy") && page.contains("plan") && page.contains("INPUT_MEMORY_SIZE"))
    }

    @Test(arguments: RunMode.allCases)
    func theHelpOfACommandNamesTheFlagsThatItHas(command: RunMode) throws {
        let variables = ["INPUT_ENVIRONMENT": #"{"A":"hidden"}"#]
        let (page, code) = try #require(shown([command.rawValue, "--help"], variables))
        #expect(try #require(shown(["help", command.rawValue], variables)) == (page, 0) && code == 0)
        let flags = page.split(separator: "\n").filter { $0.hasPrefix("  --") }.map {
            String($0.dropFirst(4).prefix { $0 != " " }).replacing("[no-]", with: "")
        }
        let own = command.inputs(isWithPackage: false).filter { $0 != "summary" }
        #expect(flags == own + ["output"] + (command == .plan ? ["exit-code"] : command == .status ? ["watch"] : []))
        #expect(
            page.split(separator: "\n").allSatisfy { $0.count <= 80 || $0.contains("{") || $0.hasPrefix("  --") }
                && !page.contains("hidden"))
        #expect(page.contains("\n  lockstep \(command.rawValue) "))
    }

    @Test func aRollbacksHelpIsShort() throws {
        #expect(try #require(shown(["rollback", "--help"], [:])).0.contains("--rollback-to"))
        #expect(RunMode.rollback.inputs(isWithPackage: false).count < ActionInputs.names.count / 2)
        #expect(run(["rollback", "--zip-file", "old.zip", "--memory-size", "256"], [:]) != nil)
    }

    @Test func theVersionIsShownInActionModeToo() throws {
        for environment in [[:], ["GITHUB_ACTIONS": "true"]] {
            for words in [["--version"], ["version"]] {
                let (text, code) = try #require(shown(words, environment))
                #expect(text.hasPrefix("lockstep \(lockstepVersion) (") && code == 0)
            }
        }
    }

    @Test func theVersionTellsItsCommitOrThatNobodyKnowsIt() {
        let commit = "0f26533aaaabbbbccccddddeeeeffff000011112222"
        #expect(stamp(version: "1.2.3", commit: commit, date: "2026-11-30") == "lockstep 1.2.3 (0f26533, 2026-11-30)")
        #expect(stamp(version: "1.2.3", commit: "", date: "") == "lockstep 1.2.3 (commit unknown)")
    }

    @Test(arguments: Shell.allCases)
    func aCompletionKnowsEveryCommandAndFlag(shell: Shell) throws {
        let (script, code) = try #require(shown(["--generate-completion-script", shell.rawValue], [:]))
        #expect(code == 0 && RunMode.allCases.allSatisfy { script.contains($0.rawValue) })
        let dashes = shell == .fish ? "-l " : "--"
        #expect(ActionInputs.names.filter { $0 != "mode" }.allSatisfy { script.contains(dashes + $0) })
    }

    private func run(_ arguments: [String], _ environment: [String: String]) -> ActionInputs? {
        guard case .run(let inputs, _) = Invocation.parse(arguments: arguments, environment: environment) else {
            return nil
        }
        return inputs
    }

    private func shown(_ arguments: [String], _ environment: [String: String]) -> (String, Int32)? {
        guard case .print(let text, let code) = Invocation.parse(arguments: arguments, environment: environment) else {
            return nil
        }
        return (text, code)
    }
}
