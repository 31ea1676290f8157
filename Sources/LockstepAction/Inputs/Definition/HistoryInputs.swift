import ArgumentParser

struct HistoryInputs: ParsableArguments {
    @Option(
        help: """
            With mode rollback: previous (the default) for the version before the present one, a version's number, or @ and \
            a text that only one version's description contains, such as @1a2b3c4.
            """)
    var rollbackTo: String?

    @Option(
        help: """
            If a newer run of the same workflow is live already: stop (the default) ends well with a warning, fail fails, \
            deploy deploys all the same.
            """)
    var onSuperseded: String?

    @Option(
        help: """
            After the release, delete old versions but so many of the newest, at least 1. What is in use stays, and the \
            version to roll back to. By default none is deleted.
            """)
    var keepVersions: String?
}
