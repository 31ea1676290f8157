import ArgumentParser

/// Every input there is, defined once: each is a flag of `lockstep deploy` and, under the same name, an input of the
/// action. The texts are kept as they were given; what they mean is for ``Settings`` to find out.
///
/// action.yml and the tables of docs/inputs.md are written from this, by `make docs`. It is the command itself, not a part of one,
/// because the parser's own checks in a debug build take four times as long with every level.
package struct ActionInputs: ParsableCommand {
    package static let configuration = CommandConfiguration(
        commandName: "deploy",
        abstract: "Deploy code and configuration to a function, publish a version, and move an alias to it.",
        discussion: """
            `lockstep plan` shows what would change and writes nothing; `lockstep rollback` moves the alias back; \
            `lockstep package` builds the zip and saves it; `lockstep permissions` prints the IAM policies. Values \
            that begin with a dash need an equals sign: --function-description=-x. Credentials are looked for where \
            AWS's own tools look for them.
            """,
        aliases: ["plan", "rollback", "package", "permissions"])

    @OptionGroup(title: "What to do") var task: TaskInputs
    @OptionGroup(title: "Package (exactly one source)") var package: PackageInputs
    @OptionGroup(title: "Configuration (settings you omit stay as they are)") var configuration: ConfigurationInputs
    @OptionGroup(title: "Release") var release: ReleaseInputs
    @OptionGroup(title: "Rollback and old versions") var history: HistoryInputs
    @OptionGroup(title: "Traffic") var traffic: TrafficInputs
    @OptionGroup(title: "Smoke test") var smokeTest: SmokeTestInputs
    @OptionGroup(title: "Conflicts, waits and failures") var conflicts: ConflictInputs
    @OptionGroup(title: "AWS") var aws: AWSInputs
    @OptionGroup(title: "Output") var telling: TellingInputs

    package init() {}
}

extension ActionInputs {
    static let groups: [any InputGroup.Type] = [
        TaskInputs.self, PackageInputs.self, ConfigurationInputs.self, ReleaseInputs.self, HistoryInputs.self,
        TrafficInputs.self, SmokeTestInputs.self, ConflictInputs.self, AWSInputs.self, TellingInputs.self,
    ]

    /// The inputs' names as in action.yml, in the order of their definition.
    package static let names: [String] = groups.flatMap { $0.names }
}
