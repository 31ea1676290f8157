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
        let byFlags = try #require(run(["deploy"] + values.map { "--\($0)=\($1)" }, [:]))
        let variables = values.map { ("INPUT_\($0.uppercased())", $1) }
        let byVariables = try #require(run([], Dictionary(uniqueKeysWithValues: variables)))
        #expect("\(byFlags)" == "\(byVariables)")
        #expect(values.allSatisfy { "\(byFlags)".contains($1.debugDescription) })
    }

    @Test(arguments: ["plan", "rollback", "package"])
    func aCommandsNameIsItsMode(command: String) throws {
        let inputs = try #require(run([command, "--mode", "deploy"], [:]))
        #expect(inputs.task.mode == command)
        #expect(inputs.makesPackage == (command == "package"))
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

    @Test func planNeverWritesWhateverTheModeSays() throws {
        for arguments in [["plan"], ["plan", "--mode", "deploy"], ["plan", "--mode=deploy", "--dry-run=false"]] {
            #expect(try #require(run(arguments, ["INPUT_MODE": "deploy"])).task.mode == "plan")
        }
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

    @Test(arguments: [["deploy", "--help"], ["plan", "-h"], ["help", "deploy"]])
    func theHelpOfACommandNamesEveryFlag(arguments: [String]) throws {
        let (page, code) = try #require(shown(arguments, ["INPUT_ENVIRONMENT": #"{"A":"hidden"}"#]))
        #expect(code == 0)
        #expect(ActionInputs.names.allSatisfy { page.contains("--\($0) ") })
        #expect(page.contains("CONFLICTS, WAITS AND FAILURES"))
        #expect(!page.contains("hidden"))
    }

    @Test func theVersionIsShownInActionModeToo() throws {
        for environment in [[:], ["GITHUB_ACTIONS": "true"]] {
            let (text, code) = try #require(shown(["--version"], environment))
            #expect(text == lockstepVersion && code == 0)
        }
    }

    @Test(arguments: [
        ["--function-name", "x"], ["deploy", "--nonsense"], ["depoly"], ["deploy", "x"], ["deploy", "--alias"],
    ])
    func aWrongCommandLineIsAnErrorWithExitCodeOne(arguments: [String]) throws {
        let (text, code) = try #require(shown(arguments, [:]))
        #expect(code == 1)
        #expect(text.contains("Error:"))
    }

    private func run(_ arguments: [String], _ environment: [String: String]) -> ActionInputs? {
        guard case .run(let inputs) = Invocation.parse(arguments: arguments, environment: environment) else {
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
