import ArgumentParser

struct ReleaseInputs: InputGroup {
    static var place: WritableKeyPath<ActionInputs, Self> { \.release }

    @Option(help: "Publish a version. By default true.")
    var publish: String?

    @Option(help: "An alias to move to the published version. It is created if it is missing.")
    var alias: String?

    @Option(
        help: """
            version, with a number of its own, or latest-published: as $LATEST.PUBLISHED, which calls without a version reach \
            on managed instances. By default version, but latest-published for a function on managed instances without alias.
            """)
    var publishTo: String?

    @Option(
        help: """
            The description of the published version, by default {stage}: {ref} | {sha} | {timestamp}; also known: \
            {run-id}, {run-number}, {run-attempt}, {actor}, {repository}, {workflow}. It is cut to 256 characters.
            """)
    var versionDescription: String?

    @Option(help: "The name of the environment, such as production, for the version's description.")
    var stage: String?
}
