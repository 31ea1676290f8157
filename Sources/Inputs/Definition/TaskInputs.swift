import ArgumentParser

struct TaskInputs: InputGroup {
    static var place: WritableKeyPath<ActionInputs, Self> { \.task }

    @Option(
        help: "The function: its name, partial ARN or ARN, without a version or alias. Required, but for mode package.")
    var functionName: String?

    @Option(
        help: """
            deploy (the default), plan: say what would be done and write nothing, rollback: go back to an older version, or \
            package: make the zip as package-file, and ask nothing of AWS.
            """)
    var mode: String?

    @Option(help: "true is the same as mode plan: nothing is written.")
    var dryRun: String?

    @Option(help: "Create the function if it is missing. By default true when role is given, else false.")
    var create: String?

    @Option(help: "Deploy only if the function is at this revision when the deployment begins.")
    var revisionId: String?
}
