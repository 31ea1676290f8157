import ArgumentParser

/// The command line. The commands only say what was asked for; nothing runs in them.
struct LockstepCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "lockstep",
        abstract: "Deploy AWS Lambda functions without ever losing to a conflict.",
        discussion: """
            In a GitHub workflow the program takes its inputs from the action. Elsewhere, give them as flags of the \
            same name, or as variables: --memory-size 256 or INPUT_MEMORY_SIZE=256. A flag wins over a variable, and \
            an empty value means that the input is not given.
            """,
        version: lockstepVersion,
        subcommands: [DeployCommand.self, PlanCommand.self])
}

struct DeployCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "deploy",
        abstract: "Bring a function to a package and a configuration, publish a version and move an alias to it.",
        discussion: """
            Values that begin with a dash need an equals sign: --function-description=-x. Credentials are taken from \
            AWS_ACCESS_KEY_ID, AWS_SECRET_ACCESS_KEY and AWS_SESSION_TOKEN.
            """)

    @OptionGroup var inputs: Inputs
}

struct PlanCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "plan",
        abstract: "Say what deploy would do with the same flags, and write nothing.")

    @OptionGroup var inputs: Inputs
}
