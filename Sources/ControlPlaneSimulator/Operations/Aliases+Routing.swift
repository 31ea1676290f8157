extension ControlPlane {
    /// Source: https://docs.aws.amazon.com/lambda/latest/dg/configuring-alias-routing.html
    func checkRouting(_ alias: Alias, of function: Function, at now: Duration) throws(Refusal) {
        try checkTarget(alias.functionVersion, of: function, at: now)
        if alias.weights.count > 1 {
            throw .invalidParameter("Number of items in AdditionalVersionWeights cannot be greater than 1")
        }
        for (version, weight) in alias.weights {
            if alias.functionVersion == "$LATEST" || version == "$LATEST" {
                throw .invalidParameter("$LATEST is not supported for an alias pointing to more than 1 version")
            }
            if version == alias.functionVersion {
                throw .invalidParameter(
                    "Invalid function version \(version). Function version \(version) is already included in routing "
                        + "configuration.")
            }
            try checkWeight(weight, of: version)
            try checkTarget(version, of: function, at: now)
            try checkRoles(version, alias.functionVersion, of: function)
        }
    }

    private func checkTarget(_ version: String, of function: Function, at now: Duration) throws(Refusal) {
        let arn = function.qualifiedArn(version)
        guard version == "$LATEST" || Int(version) != nil, let target = function.version(version),
            !isTooNew(version, of: function, at: now)
        else { throw .functionNotFound(arn) }
        if target.state.value == "Failed" { throw .notActive(arn, target.state) }
    }

    /// Source: https://github.com/serverless-heaven/serverless-aws-alias/issues/64
    private func checkRoles(_ one: String, _ other: String, of function: Function) throws(Refusal) {
        guard function.version(one)?.members["Role"] != function.version(other)?.members["Role"] else { return }
        throw .invalidParameter("Specified versions must be associated with the same execution role")
    }

    private func isTooNew(_ version: String, of function: Function, at now: Duration) -> Bool {
        guard settings.versionLag > .zero else { return false }
        let made = history.revisions.first { $0.resource == .version(version) && $0.function == function.name }
        return made.map { $0.cause == Operation.publishVersion.rawValue && now < $0.at + settings.versionLag } ?? false
    }

    private func checkWeight(_ weight: Double, of version: String) throws(Refusal) {
        if (0...1).contains(weight) { return }
        throw .validation([
            "Value '{\(version)=\(weight)}' at 'routingConfig.additionalVersionWeights' failed to satisfy constraint: "
                + "Map value must satisfy constraint: [Member must have value less than or equal to 1.0, Member must "
                + "have value greater than or equal to 0.0, Member must not be null]"
        ])
    }
}
