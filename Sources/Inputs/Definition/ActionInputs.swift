import ArgumentParser

/// Every input there is, defined once: each is a flag of the commands and, under the same name, an input of the
/// action. The texts are kept as they were given; what they mean is for ``Settings`` to find out.
///
/// action.yml and the tables of docs/inputs.md are written from this, by `make docs`. The parser is only given
/// `--name=value`: which command has which of them is for ``CommandWords``.
package struct ActionInputs: ParsableCommand {
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
