import Deployment

extension TaskInputs {
    func function(_ inspection: inout Inspection) -> FunctionName? {
        if functionName.given == nil { inspection.note(\Self.functionName, "is missing: the function's name or ARN") }
        return inspection.read(\.functionName, of: self, FunctionName.init(input:))
    }

    /// What was meant to write nothing writes nothing.
    func mode(_ inspection: inout Inspection) -> RunMode {
        let mode = inspection.read(\.mode, of: self, RunMode.init(input:)) ?? .deploy
        guard isDryRun(&inspection) else { return mode }
        if let reason = mode.reasonAgainstDryRun { inspection.note(\Self.dryRun, "is for deployments: \(reason)") }
        return .plan
    }

    private func isDryRun(_ inspection: inout Inspection) -> Bool {
        inspection.read(\.dryRun, of: self, Bool.init(input:)) ?? false
    }

    /// What is wrong with it is told with the mode.
    var wantsDryRun: Bool {
        var told = Inspection()
        return isDryRun(&told)
    }
}

extension ActionInputs {
    /// - Parameter source: `nil` if it is missing or wrong, which is a problem already.
    func creation(
        _ source: PackageSource?, _ given: GivenConfiguration, _ inspection: inout Inspection
    ) -> PlannedCreation? {
        let hasRole = configuration.isGiven(\.role) || given.members["Role"] != nil
        let isWanted = inspection.read(\.create, of: task, Bool.init(input:)) ?? hasRole
        let signing = inspection.read(\.codeSigningConfigArn, of: configuration, TextRule.codeSigningConfigARN.read)
        if isWanted && !hasRole {
            inspection.note(\ConfigurationInputs.role, "is missing: create needs the execution role's ARN")
        }
        if !isWanted && signing != nil {
            inspection.note(
                \ConfigurationInputs.codeSigningConfigArn,
                "is only used to create a function: give role too, or leave it out")
        }
        guard isWanted, let source else { return nil }
        return PlannedCreation(
            packageType: source.packageType, codeSigningConfigArn: signing ?? given.codeSigningConfigArn)
    }
}

extension RunMode {
    fileprivate var reasonAgainstDryRun: String? {
        switch self {
        case .deploy, .plan: nil
        case .rollback: "to see where a rollback would go, set mode to plan, with rollback-to"
        case .package: "mode package asks nothing of AWS, and makes the zip"
        case .permissions: "mode permissions prints policies, and deploys nothing"
        case .status: "mode status shows what the function is up to, and deploys nothing"
        }
    }
}
