import AWSCore
import Deployment
import Testing

@testable import Inputs

@Suite struct SmokeTestInputTests {
    private func tests(_ payload: String, _ others: [String: String?] = [:]) throws -> [SmokeTest] {
        try GivenInputs(["smoke-test-payload": payload].merging(others) { $1 }).settings().smokeTests?.tests ?? []
    }

    @Test func anExpectationAloneIsATestWithAnEmptyEvent() throws {
        let answer = try GivenInputs(["smoke-test-expect": #"{"ok":true}"#]).settings().smokeTests
        #expect(answer?.target == nil)
        #expect(
            answer?.tests == [
                SmokeTest(
                    name: nil, payload: .object([:]), criterion: .answer(.object(["ok": .bool(true)])), timeout: nil)
            ])
        let error = try GivenInputs(["smoke-test-expect-error": "Refused"]).settings().smokeTests
        #expect(error?.tests.map(\.criterion) == [.error(containing: "Refused")])
    }

    /// An event may be any JSON, lists of objects, too.
    @Test(arguments: [
        "[]", "[1]", #"{"name":"a","payload":1}"#, #"[{"name":"a"}]"#, #"[{"payload":1}]"#,
        #"[[{"name":"a","payload":1}]]"#, #"[{"Name":"a","Payload":1}]"#,
    ])
    func whatIsNoListOfTestsIsAnEvent(payload: String) throws {
        let tests = try tests(payload)
        #expect(tests.count == 1 && tests[0].name == nil)
        #expect(tests[0].payload == JSONValue(parsing: Array(payload.utf8)))
    }

    @Test func testsAreTakenInTheirOrderWithTheInputsForWhatTheyDoNotSay() throws {
        let list = #"""
            [{"name":"a","payload":{"n":1}}, {"payload":null,"name":"b","expect":[1],"timeout":"1m"},
             {"name":"c","payload":[{"name":"x","payload":1}],"expect-error":"No","timeout":7}]
            """#
        let found = try tests(list, ["smoke-test-expect": "{}", "smoke-test-timeout": "9s"])
        #expect(
            found == [
                SmokeTest(
                    name: "a", payload: .object(["n": .integer(1)]), criterion: .answer(.object([:])),
                    timeout: .seconds(9)),
                SmokeTest(
                    name: "b", payload: .null, criterion: .answer(.array([.integer(1)])), timeout: .seconds(60)),
                SmokeTest(
                    name: "c",
                    payload: .array([.object(["name": .string("x"), "payload": .integer(1)])]),
                    criterion: .error(containing: "No"), timeout: .seconds(7)),
            ])
    }

    @Test(arguments: [
        (#"[{"name":"a","payload":1,"expct":1}]"#, "\"expct\" is not known here; known: name, payload, expect"),
        (#"[{"name":"a","payload":1},{"name":"b","paylod":1}]"#, "\"paylod\" is not known here"),
        (#"[{"name":"a","payload":1},{"name":"b"}]"#, "payload is missing"),
        (#"[{"name":"a","payload":1},7]"#, "each of the value must be an object, not a number"),
        (#"[{"name":"a","payload":1},{"name":"a","payload":2}]"#, "the name \"a\" is there a second time"),
        (#"[{"name":"a","payload":1,"expect":1,"expect-error":"x"}]"#, "cannot have both expect and expect-error"),
        (#"[{"name":"a","payload":1,"expect-error":""}]"#, "expect-error must be a text that is not empty"),
        (#"[{"name":"a","payload":1,"timeout":86401}]"#, "timeout must be a whole number of seconds from 1 to 86400"),
        (#"[{"name":"a","payload":1,"timeout":0}]"#, "seconds from 1 to 86400, not"),
        (#"[{"name":"a","payload":1,"timeout":[]}]"#, "timeout must be a number of seconds or a text"),
        (#"[{"name":"","payload":1}]"#, "name must be a name of 1 to 64 characters"),
        (#"[{"name":"a\nb","payload":1}]"#, "name must be a name of 1 to 64 characters"),
        (#"[{"name":7,"payload":1}]"#, "name must be a name of 1 to 64 characters on one line, not a number"),
        (#"[{"name":"a","payload":99999999999999999999}]"#, "line 1, column 24: this number is too large"),
    ])
    func aListOfTestsMustBeRightThroughout(payload: String, told: String) {
        let problems = GivenInputs(["smoke-test-payload": payload]).problems
        #expect(problems.contains { $0.input == "smoke-test-payload" && $0.message.contains(told) }, "\(problems)")
    }

    @Test(
        arguments: [
            (["smoke-test-timeout": "5"], "smoke-test-timeout", "needs a smoke test"),
            (["smoke-test-target": "both"], "smoke-test-target", "needs a smoke test"),
            (["smoke-test-payload": "1", "smoke-test-timeout": "0"], "smoke-test-timeout", "from 1 to 86400"),
            (["smoke-test-payload": "1", "smoke-test-target": "live"], "smoke-test-target", "latest, version or both"),
            (
                ["smoke-test-payload": "1", "smoke-test-target": "version", "publish": "false"], "smoke-test-target",
                "needs a published version"
            ),
            (
                ["smoke-test-expect": "1", "smoke-test-expect-error": "x"], "smoke-test-expect-error",
                "cannot be together with smoke-test-expect"
            ),
        ] as [([String: String?], String, String)])
    func whatDoesNotFitIsRefused(given: [String: String?], input: String, told: String) {
        let problems = GivenInputs(given).problems
        #expect(problems.map(\.input) == [input])
        #expect(problems.first?.message.contains(told) == true, "\(problems)")
    }
}

@Suite struct SmokeTestFileTests {
    private static let files: [String: [UInt8]] = [
        "ping.json": Array(#"{"ping":1}"#.utf8), "marked.json": [0xEF, 0xBB, 0xBF] + Array("[1]".utf8),
        "wrong.json": Array("{\n  ping: 1}".utf8), "bytes.json": [0x22, 0xFF, 0x22],
        "large.json": Array(repeating: 0x20, count: 6 << 20) + [0x31],
    ]

    private func read(_ given: [String: String]) throws -> (inputs: ActionInputs, problems: [InputProblem]) {
        let parsed = Invocation.parse(
            arguments: ["deploy"] + given.map { InputVariables.flag("--\($0)", $1) }, environment: [:])
        guard case .run(let inputs, _) = parsed else { throw InvalidInputs(problems: []) }
        var inspection = Inspection()
        let read = inputs.withFilesRead(by: GivenHost(files: Self.files), &inspection)
        return (read, inspection.problems)
    }

    @Test func aFileStandsForItsText() throws {
        let given = ["smoke-test-payload": " @ping.json\n", "smoke-test-expect": "@marked.json", "stage": "@x"]
        let found = try read(given)
        #expect(found.problems.isEmpty)
        #expect(found.inputs.smokeTest.smokeTestPayload == #"{"ping":1}"#)
        #expect(found.inputs.smokeTest.smokeTestExpect == "[1]")
        #expect(found.inputs.release.stage == "@x")
    }

    @Test(arguments: [
        ("@", "must be JSON, or @ and the path"), ("@none.json", "none.json: it is not there"),
        ("@wrong.json", "the file \"wrong.json\", which is not valid JSON: line 2, column 3"),
        ("@bytes.json", "not UTF-8"), ("@large.json", "more than 6291456 bytes"),
    ])
    func whatIsWrongWithAFileIsToldOnce(text: String, told: String) throws {
        let found = try read(["smoke-test-payload": text])
        #expect(found.problems.map(\.input) == ["smoke-test-payload"])
        #expect(found.problems[0].message.contains(told), "\(found.problems)")
        #expect(found.problems[0].message.contains("JSON"))
        var inspection = Inspection()
        #expect(found.inputs.smokeTest.tests(areVersionsPublished: true, &inspection) != nil)
        #expect(inspection.problems.isEmpty)
    }
}
