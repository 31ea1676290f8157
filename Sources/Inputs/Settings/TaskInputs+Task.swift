import Deployment

extension TaskInputs {
    func function(_ inspection: inout Inspection) -> FunctionName? {
        if functionName.given == nil { inspection.note("function-name", "is missing: the function's name or ARN") }
        return inspection.read("function-name", functionName, FunctionName.init(input:))
    }

    /// Of two ways to ask for a plan, one is enough: what was meant to write nothing writes nothing.
    func mode(_ inspection: inout Inspection) -> Settings.Mode {
        let mode = inspection.read("mode", mode, Settings.Mode.init(input:)) ?? .deploy
        let isDryRun = inspection.read("dry-run", dryRun, Bool.init(input:)) ?? false
        return isDryRun ? .plan : mode
    }
}

extension ActionInputs {
    /// - Parameter source: `nil` if it is missing or wrong, which is a problem already.
    func creation(_ source: PackageSource?, _ inspection: inout Inspection) -> PlannedCreation? {
        let hasRole = configuration.role.given != nil
        let isWanted = inspection.read("create", task.create, Bool.init(input:)) ?? hasRole
        let signing = inspection.read(
            "code-signing-config-arn", configuration.codeSigningConfigArn, TextRule.codeSigningConfigARN.read)
        if isWanted && !hasRole { inspection.note("role", "is missing: create needs the execution role's ARN") }
        if !isWanted && signing != nil {
            inspection.note(
                "code-signing-config-arn", "is only used to create a function: give role too, or leave it out")
        }
        guard isWanted, let source else { return nil }
        return PlannedCreation(packageType: source.packageType, codeSigningConfigArn: signing)
    }
}
