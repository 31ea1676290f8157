import ArgumentParser

struct HistoryInputs: InputGroup {
    static var place: WritableKeyPath<ActionInputs, Self> { \.history }

    @Option(
        help: """
            The version that mode rollback goes back to: previous (default), a version number, or @ and a text found in \
            exactly one version's description, such as @1a2b3c4. With mode plan, what that would do is shown.
            """)
    var rollbackTo: String?

    @Option(
        help: """
            If a newer run of the same workflow is already live: stop (default) succeeds with a warning, fail fails, \
            deploy deploys anyway.
            """)
    var onSuperseded: String?

    @Option(
        help: """
            After the release, keep this many of the newest versions (at least 1) and delete older ones. Versions in \
            use, and the one a rollback would return to, are kept. By default nothing is deleted.
            """)
    var keepVersions: String?
}
