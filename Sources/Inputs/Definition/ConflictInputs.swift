import ArgumentParser

struct ConflictInputs: InputGroup {
    static var place: WritableKeyPath<ActionInputs, Self> { \.conflicts }

    @Option(help: "If someone else changes the function during the run: retry (default) starts over; fail stops.")
    var onConflict: String?

    @Option(help: "How many times a deployment may start over, 0 to 100. Default: 5.")
    var maxRetries: String?

    @Option(help: "The longest a single wait for AWS may take, in seconds (1 to 86400) or as 5m. Default: 300.")
    var waitTimeout: String?

    @Option(help: "When a wait times out: fail (default) stops; attempt warns and continues.")
    var onWaitTimeout: String?

    @Option(
        help: """
            If the run fails once it has changed $LATEST: restore puts code, configuration and tags back, keep leaves \
            them. auto (default) restores where no alias shields the callers from $LATEST.
            """)
    var onFailure: String?

    @Option(
        help: """
            The longest the whole run may take, in seconds (30 to 86400) or as 15m. The work stops 10 seconds before it, \
            to leave time for restoring what was changed, which is never cut short. Default: none.
            """)
    var deadline: String?
}
