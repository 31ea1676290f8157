// What names a version by its number: nothing of it keeps AWS from deleting that version.
extension ControlPlane {
    /// Source: https://docs.aws.amazon.com/lambda/latest/api/API_GetPolicy.html
    func getPolicy(_ call: Call) throws(Refusal) -> Answer {
        let function = try existing(call)
        guard function.uses(.policy).contains(try qualifier(of: call) ?? "$LATEST") else {
            throw .notFound("The resource you requested does not exist.")
        }
        let policy = """
            {"Version":"2012-10-17","Statement":[{"Sid":"events","Effect":"Allow","Action":"lambda:InvokeFunction",\
            "Principal":{"Service":"events.amazonaws.com"},"Resource":"\(function.arn)"}]}
            """
        return .json(200, ["Policy": .string(policy), "RevisionId": "1"])
    }

    /// By the function's name alone it lists what calls `$LATEST`, by a version's what calls that.
    /// Source: https://docs.aws.amazon.com/lambda/latest/api/API_ListEventSourceMappings.html
    func listEventSourceMappings(_ call: Call) throws(Refusal) -> Answer {
        let function = try existing(call)
        let rows = function.uses(.eventSourceMapping).filter { $0 == call.reference?.qualifier ?? "$LATEST" }
        return list(rows, "EventSourceMappings", of: function, call)
    }

    /// Source: https://docs.aws.amazon.com/lambda/latest/api/API_GetFunctionUrlConfig.html
    func getFunctionURL(_ call: Call) throws(Refusal) -> Answer {
        let function = try existing(call)
        guard !function.uses(.url).isEmpty else { throw .notFound("The resource you requested does not exist.") }
        let url = "https://abc.lambda-url.eu-west-1.on.aws/"
        return .json(200, ["FunctionUrl": .string(url), "FunctionArn": .string(function.arn), "AuthType": "AWS_IAM"])
    }

    /// Source: https://docs.aws.amazon.com/lambda/latest/api/API_ListFunctionEventInvokeConfigs.html
    func listEventInvokeConfigs(_ call: Call) throws(Refusal) -> Answer {
        let function = try existing(call)
        return list(function.uses(.eventInvokeConfig), "FunctionEventInvokeConfigs", of: function, call)
    }

    /// Source: https://docs.aws.amazon.com/lambda/latest/api/API_ListDurableExecutionsByFunction.html
    func listDurableExecutions(_ call: Call) throws(Refusal) -> Answer {
        let function = try existing(call)
        let version = try qualifier(of: call)
        let wanted = call.queries("Statuses")
        let rows = [(ControlPlane.VersionUse.durableExecution, "RUNNING"), (.pausedExecution, "PAUSED")]
            .filter { wanted.isEmpty || wanted.contains($1) }
            .flatMap { function.uses($0.0) }
        return list(rows.filter { $0 == version }, "DurableExecutions", of: function, call)
    }

    private func list(_ versions: [String], _ member: String, of function: Function, _ call: Call) -> Answer {
        let rows = versions.map { JSON.object(["FunctionArn": .string(function.qualifiedArn($0))]) }
        let (page, next) = page(of: rows, call)
        return .json(200, [member: .array(page), "NextMarker": .text(next)])
    }

    /// Every version keeps its code, and `$LATEST` its own.
    /// Source: https://docs.aws.amazon.com/lambda/latest/dg/gettingstarted-limits.html#compute-and-storage
    func checkStorage(adding code: Code, inPlaceOf former: Code?) throws(Refusal) {
        guard let most = settings.codeStorage else { return }
        let stored = functions.values.flatMap { [$0.latest] + $0.versions }.reduce(0) { $0 + $1.code.size }
        if stored + code.size - (former?.size ?? 0) > most { throw .storageFull }
    }
}

extension ControlPlane.Function {
    fileprivate func uses(_ use: ControlPlane.VersionUse) -> [String] { (uses[use] ?? []).sorted() }
}
