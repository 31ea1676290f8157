import ArgumentParser

struct ReleaseInputs: InputGroup {
    static var place: WritableKeyPath<ActionInputs, Self> { \.release }

    @Option(help: "Whether to publish a version. Default: true.")
    var publish: String?

    @Option(help: "The alias to move to the published version. Created if it does not exist.")
    var alias: String?

    @Option(
        help: """
            version publishes a numbered version; latest-published publishes $LATEST.PUBLISHED, which unqualified calls reach \
            on managed instances. Default: version, or latest-published for a function on managed instances without an alias.
            """)
    var publishTo: String?

    @Option(
        help: """
            The published version's description. Placeholders: {stage}, {ref}, {sha}, {timestamp}, {run-id}, {run-number}, \
            {run-attempt}, {actor}, {repository}, {workflow}. Truncated to 256 characters. Default: {stage}: {ref} | {sha} \
            | {timestamp}.
            """)
    var versionDescription: String?

    @Option(help: "The environment's name, such as production, used in the version's description.")
    var stage: String?
}
