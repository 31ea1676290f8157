extension RunMode {
    /// The inputs that have a meaning for this command, in the order of their definition. What to do is its name.
    /// - Parameter isWithPackage: a rollback deploys the package that it is given.
    func inputs(isWithPackage: Bool) -> [String] {
        let has: Set<String> =
            switch self {
            case .deploy: Self.all.subtracting(["rollback-to", "package-file"])
            case .plan, .permissions: Self.all.subtracting(["package-file"])
            case .rollback: isWithPackage ? Self.all.subtracting(["package-file"]) : Self.ofRollback
            case .package: Self.ofPackage
            case .status: Self.ofStatus
            }
        return ActionInputs.names.filter(has.contains)
    }

    /// The commands that have it, first the one that is about little else.
    static func having(_ input: String) -> [RunMode] {
        let having = allCases.map { ($0, $0.inputs(isWithPackage: false)) }.filter { $0.1.contains(input) }
        return having.sorted { $0.1.count < $1.1.count }.map(\.0)
    }

    private static let all = Set(ActionInputs.names).subtracting(["mode"])

    private static let ofRollback = Set(
        ["function-name", "alias"] + HistoryInputs.names + SmokeTestInputs.names + ConflictInputs.names
            + AWSInputs.names + TellingInputs.names)

    private static let ofStatus = Set(["function-name"] + AWSInputs.names)

    private static let ofPackage = Set(
        ["code-artifacts-dir", "exclude", "links", "zip-file", "package-file", "package-checks", "architectures"]
            + ["configuration", "handler", "runtime"] + TellingInputs.names)
}

extension ActionInputs {
    /// Those that are true or false: in a command line they need no value, and `--no-publish` is `--publish=false`.
    static let switches = ["dry-run", "create", "publish", "wait", "role-chaining", "summary"]

    /// Any of them names the package that is deployed.
    static let packageSources = [
        "code-artifacts-dir", "zip-file", "s3-bucket", "s3-key", "s3-object-version", "image-uri",
    ]
}
