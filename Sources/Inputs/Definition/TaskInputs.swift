import ArgumentParser

struct TaskInputs: InputGroup {
    static var place: WritableKeyPath<ActionInputs, Self> { \.task }

    @Option(
        help: "The function's name, partial ARN or ARN, without a version or alias. Required except in mode package.")
    var functionName: String?

    @Option(
        help: """
            deploy (default); plan shows what would change and writes nothing; rollback goes back to an older version; \
            package builds the zip as package-file without contacting AWS; permissions prints the IAM policies that these \
            inputs need; status shows the function's state, versions and aliases.
            """)
    var mode: String?

    @Option(
        help: """
            true means mode plan, followed by one UpdateFunctionCode with DryRun where the code would change: AWS checks \
            the code and the permission, and changes nothing. Only with mode deploy or plan.
            """)
    var dryRun: String?

    @Option(
        help: "Whether to create the function if it does not exist. Default: true if role is given, otherwise false.")
    var create: String?

    @Option(help: "Deploy only if the function is at this revision when the run starts.")
    var revisionId: String?
}
