import ArgumentParser

struct SmokeTestInputs: InputGroup {
    static var place: WritableKeyPath<ActionInputs, Self> { \.smokeTest }

    @Option(
        help: """
            An event as JSON, or a list of tests, each with name, payload and, if wanted, expect, expect-error and \
            timeout; or @ and the path of a file with it. The new code is invoked with each, and must pass, before it \
            is released.
            """)
    var smokeTestPayload: String?

    @Option(
        help: """
            JSON that the answer must contain, or @ and the path of a file with it; "*" is anything. Without \
            smoke-test-payload the event is {}.
            """)
    var smokeTestExpect: String?

    @Option(help: "The function must fail, with this text in the type or the message of its error.")
    var smokeTestExpectError: String?

    @Option(help: "The longest to wait for the answer to a test, in seconds, from 1; 5m is 300.")
    var smokeTestTimeout: String?

    @Option(
        help: """
            What is tested: latest, before it is published; version, the published one, before the alias moves; or both. \
            By default latest, but version with SnapStart and on managed instances, where only that is what will run.
            """)
    var smokeTestTarget: String?
}
