import ArgumentParser

struct HistoryInputs: InputGroup {
    static var place: WritableKeyPath<ActionInputs, Self> { \.history }

    @Option(
        help: """
            With mode rollback: previous (the default) for the version before the current one, a version's number, or \
            @ and a text that only one version's description contains, such as @1a2b3c4.
            """)
    var rollbackTo: String?

    @Option(
        help: """
            If a newer run of the same workflow is live already: stop (the default) succeeds with a warning, fail \
            fails, deploy deploys anyway.
            """)
    var onSuperseded: String?

    @Option(
        help: """
            After the release, keep this many of the newest versions, at least 1, and delete older ones. What is in \
            use stays, and the version to roll back to. By default none is deleted.
            """)
    var keepVersions: String?
}
