import ArgumentParser

struct SmokeTestInputs: InputGroup {
    static var place: WritableKeyPath<ActionInputs, Self> { \.smokeTest }

    @Option(
        help: """
            A JSON event, or a list of tests, each with name, payload and optionally expect, expect-error and timeout; or \
            @ and the path of such a file. The new code must pass every test before it is released.
            """)
    var smokeTestPayload: String?

    @Option(
        help: """
            JSON that the response must contain, or @ and the path of a JSON file; "*" matches anything. Without \
            smoke-test-payload, the event is {}.
            """)
    var smokeTestExpect: String?

    @Option(help: "The function must fail, with this text in the error's type or message.")
    var smokeTestExpectError: String?

    @Option(help: "The longest to wait for a test's response, in seconds (at least 1) or as 5m.")
    var smokeTestTimeout: String?

    @Option(
        help: """
            What to test: latest, before it is published; version, after it is published and before the alias moves; or both. \
            Default: latest, or version with SnapStart and on managed instances, where only a version shows what will run.
            """)
    var smokeTestTarget: String?
}
