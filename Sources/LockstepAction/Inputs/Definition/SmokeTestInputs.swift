import ArgumentParser

struct SmokeTestInputs: ParsableArguments {
    @Option(help: "An event as JSON. The new code is invoked with it, and must succeed, before anything is published.")
    var smokeTestPayload: String?

    @Option(help: "JSON that the answer must contain. Without smoke-test-payload the event is {}.")
    var smokeTestExpect: String?
}
