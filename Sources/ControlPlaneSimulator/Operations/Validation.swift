// What Lambda checks of a request before it looks at the function.
extension ControlPlane {
    /// Source: https://docs.aws.amazon.com/lambda/latest/dg/gettingstarted-limits.html
    func checkSize(_ call: Call) throws(Refusal) {
        if call.body.count > 70_167_211 {
            throw .tooLarge(
                "Request must be smaller than 70167211 bytes for the \(call.operation.rawValue) operation")
        }
    }

    /// It is about the variables, and comes before they are measured for themselves.
    /// Source: https://github.com/motdotla/node-lambda/issues/212
    func checkConfigurationSize(_ input: JSON) throws(Refusal) {
        let variables = JSON.object(input["Environment"]?["Variables"]?.object ?? [:]).text
        if variables.utf8.count > 5_120 {
            throw .tooLarge("Request must be smaller than 5120 bytes for the UpdateFunctionConfiguration operation")
        }
    }

    /// Source: https://github.com/aws/aws-extensions-for-dotnet-cli/issues/450
    func checkDurability(_ input: JSON, standing: Version?) throws(Refusal) {
        guard let given = input["DurableConfig"], given.object?.isEmpty == false else { return }
        if given["ExecutionTimeout"] == nil, standing?.members["DurableConfig"]?["ExecutionTimeout"] == nil {
            throw .invalidParameter("ExecutionTimeout is required in DurableConfig.")
        }
    }

    func checkValues(_ input: JSON) throws(Refusal) {
        let complaints =
            range(input["MemorySize"]?.integer, "memorySize", 128...32_768)
            + range(input["Timeout"]?.integer, "timeout", 1...5_400)
            + range(input["EphemeralStorage"]?["Size"]?.integer, "ephemeralStorage.size", 512...32_768)
            + length(input["Description"]?.string, "description", 256)
            + length(input["Handler"]?.string, "handler", 128)
            + choice(input["SnapStart"]?["ApplyOn"]?.string, "snapStart.applyOn", ["PublishedVersions", "None"])
            + choice(input["TracingConfig"]?["Mode"]?.string, "tracingConfig.mode", ["Active", "PassThrough"])
            + choice(input["LoggingConfig"]?["LogFormat"]?.string, "loggingConfig.logFormat", ["JSON", "Text"])
            + variableNames(input["Environment"]?["Variables"]?.object ?? [:])
        if !complaints.isEmpty { throw .validation(complaints) }
        try checkRuntime(input["Runtime"]?.string)
        try checkEnvironment(input["Environment"]?["Variables"]?.object ?? [:])
    }

    private func range(_ value: Int?, _ name: String, _ allowed: ClosedRange<Int>) -> [String] {
        guard let value, !allowed.contains(value) else { return [] }
        let bound =
            value < allowed.lowerBound
            ? "greater than or equal to \(allowed.lowerBound)" : "less than or equal to \(allowed.upperBound)"
        return ["Value '\(value)' at '\(name)' failed to satisfy constraint: Member must have value \(bound)"]
    }

    private func length(_ value: String?, _ name: String, _ limit: Int) -> [String] {
        guard let value, value.utf16.count > limit else { return [] }
        return [
            "Value '\(value)' at '\(name)' failed to satisfy constraint: Member must have length less than or equal to "
                + String(limit)
        ]
    }

    private func choice(_ value: String?, _ name: String, _ allowed: [String]) -> [String] {
        guard let value, !allowed.contains(value) else { return [] }
        return [
            "Value '\(value)' at '\(name)' failed to satisfy constraint: Member must satisfy enum value set: "
                + "[\(allowed.joined(separator: ", "))]"
        ]
    }

    /// Two characters or more, the first a letter.
    private func variableNames(_ variables: [String: JSON]) -> [String] {
        let isWrong = variables.keys.contains { $0.utf8.count < 2 || $0.first?.isLetter != true }
        return isWrong
            ? [
                "Value at 'environment.variables' failed to satisfy constraint: Map keys must satisfy constraint: "
                    + "[Member must satisfy regular expression pattern: [a-zA-Z]([a-zA-Z0-9_])+, "
                    + "Member must not be null]"
            ] : []
    }

    /// This one error is no ValidationException.
    /// Source: https://docs.aws.amazon.com/lambda/latest/dg/lambda-runtimes.html
    private func checkRuntime(_ runtime: String?) throws(Refusal) {
        if let runtime, settings.blockedRuntimes.contains(runtime) { throw .blocked(runtime) }
        let families = ["nodejs", "python", "java", "dotnet", "ruby", "provided", "go"]
        guard let runtime, !families.contains(where: runtime.hasPrefix) else { return }
        throw .invalidParameter(
            "Value \(runtime) at 'runtime' failed to satisfy constraint: Member must satisfy enum value set: "
                + "[nodejs20.x, provided.al2023, nodejs22.x, java21, python3.13] or be a valid ARN")
    }

    /// The message repeats every variable, secrets included.
    /// Source: https://docs.aws.amazon.com/lambda/latest/dg/configuration-envvars.html
    private func checkEnvironment(_ variables: [String: JSON]) throws(Refusal) {
        let problem = "Lambda was unable to configure your environment variables because the environment variables you "
        let text = JSON.object(variables).text
        if text.utf8.count > 4096 {
            throw .invalidParameter(problem + "have provided exceeded the 4KB limit. String measured: \(text)")
        }
        let reserved = ["AWS_REGION", "AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY", "AWS_SESSION_TOKEN", "_HANDLER"]
        if let name = reserved.first(where: { variables[$0] != nil }) {
            throw .invalidParameter(
                problem + "have provided contains reserved keys that are currently not supported for modification. "
                    + "Reserved keys used in this request: \(name)")
        }
    }
}
