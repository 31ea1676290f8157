import ArgumentParser

/// The command line. A command only says what was asked for; nothing runs in it.
struct LockstepCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "lockstep",
        abstract: """
            Deploy AWS Lambda functions: waits for updates in progress, guards every write with the revision it saw, \
            and starts over when somebody else changes the function.
            """,
        discussion: """
            In a GitHub workflow the program takes its inputs from the action. Elsewhere, give them as flags of the \
            same name, or as variables: --memory-size 256 or INPUT_MEMORY_SIZE=256. A flag wins over a variable, and \
            an empty value means that the input is not given.
            """,
        version: lockstepVersion,
        subcommands: [ActionInputs.self])
}
