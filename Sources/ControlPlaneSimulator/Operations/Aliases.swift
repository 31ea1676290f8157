extension ControlPlane {
    /// Source: https://docs.aws.amazon.com/lambda/latest/api/API_GetAlias.html
    func getAlias(_ call: Call) throws(Refusal) -> Answer {
        let function = try existing(call)
        guard let alias = function.aliases[call.alias] else {
            throw .notFound("Cannot find alias arn: \(function.qualifiedArn(call.alias))")
        }
        return .json(200, alias.json(functionArn: function.arn))
    }

    /// Source: https://docs.aws.amazon.com/lambda/latest/api/API_CreateAlias.html
    mutating func createAlias(_ call: Call) throws(Refusal) -> Answer {
        let name = call.input["Name"]?.string ?? ""
        try checkAliasName(name)
        guard let version = call.input["FunctionVersion"]?.string else {
            throw .validation(["Value null at 'functionVersion' failed to satisfy constraint: Member must not be null"])
        }
        let alias = Alias(
            name: name, functionVersion: version, description: call.input["Description"]?.string ?? "",
            weights: weights(in: call.input) ?? [:], revisionId: "")
        var function = try existing(call)
        try checkRouting(alias, of: function, at: call.now)
        if function.aliases[name] != nil {
            throw .conflict("Alias already exists: \(function.qualifiedArn(name))")
        }
        let made = setAlias(alias, of: &function, at: call.now, author: call.author, cause: call.operation.rawValue)
        functions[function.name] = function
        return .json(201, made.json(functionArn: function.arn))
    }

    /// Mints a new revision even when nothing changes. Weights that are not given stay as they are.
    /// Source: https://docs.aws.amazon.com/lambda/latest/api/API_UpdateAlias.html
    mutating func updateAlias(_ call: Call) throws(Refusal) -> Answer {
        var function = try existing(call)
        guard var alias = function.aliases[call.alias] else {
            throw .notFound("Alias not found: \(function.qualifiedArn(call.alias))")
        }
        let before = alias
        try checkRevision(alias.revisionId, call.revisionId)
        alias.functionVersion = call.input["FunctionVersion"]?.string ?? alias.functionVersion
        alias.description = call.input["Description"]?.string ?? alias.description
        alias.weights = weights(in: call.input) ?? alias.weights
        try checkRouting(alias, of: function, at: call.now)
        // Source: https://github.com/aws/aws-sdk-js-v3/issues/7254
        if settings.failsAtWeights, !alias.weights.isEmpty { throw .internalError }
        let warmUp = warmUpWeights(of: alias, from: before, in: function)
        if settings.showsWarmUpInAnswer { alias.weights = warmUp ?? alias.weights }
        var made = setAlias(alias, of: &function, at: call.now, author: call.author, cause: call.operation.rawValue)
        let answer = made
        if let warmUp {
            function.provisioned[made.name] = warmingUp(from: before, function.provisioned[made.name], at: call.now)
            made.weights = warmUp
            if made != answer { setAlias(made, of: &function, at: call.now, author: "aws", cause: "warming up") }
        }
        functions[function.name] = function
        return .json(200, answer.json(functionArn: function.arn))
    }

    /// Deleting an alias that is not there is no error.
    /// Source: https://docs.aws.amazon.com/lambda/latest/api/API_DeleteAlias.html
    mutating func deleteAlias(_ call: Call) throws(Refusal) -> Answer {
        let function = try existing(call)
        if functions[function.name]?.aliases.removeValue(forKey: call.alias) != nil {
            history.revisions.append(
                .init(
                    at: call.now, author: call.author, cause: call.operation.rawValue, function: function.name,
                    resource: .alias(call.alias), revisionId: "", content: nil, alias: nil, aliasedState: nil))
            functions[function.name]?.provisioned[call.alias] = nil
        }
        return .empty
    }

    private func weights(in input: JSON) -> [String: Double]? {
        input["RoutingConfig"].map { ($0["AdditionalVersionWeights"]?.object ?? [:]).compactMapValues(\.number) }
    }

    private func checkAliasName(_ name: String) throws(Refusal) {
        let isAllowed = name.utf8.allSatisfy {
            switch $0 {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "_"):
                true
            default: false
            }
        }
        if name.isEmpty || !isAllowed || Int(name) != nil {
            throw .validation([
                "Value '\(name)' at 'name' failed to satisfy constraint: Member must satisfy regular expression "
                    + "pattern: (?!^[0-9]+$)([a-zA-Z0-9-_]+)"
            ])
        }
    }
}
