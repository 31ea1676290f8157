import ArgumentParser

struct ConflictInputs: InputGroup {
    static var place: WritableKeyPath<ActionInputs, Self> { \.conflicts }

    @Option(help: "If somebody else changes the function meanwhile: retry (the default) starts over, fail stops.")
    var onConflict: String?

    @Option(help: "How often a deployment may start over, 0 to 100. By default 5.")
    var maxRetries: String?

    @Option(help: "The longest a single wait for AWS may take, in seconds, 1 to 86400; 5m is 300. By default 300.")
    var waitTimeout: String?

    @Option(help: "After a wait that took too long: fail (the default), or attempt to go on with a warning.")
    var onWaitTimeout: String?
}
