import HTTP

extension ControlPlane {
    /// While an update is in progress the old code goes on answering.
    /// Source: https://docs.aws.amazon.com/lambda/latest/api/API_Invoke.html
    mutating func invoke(_ call: Call) throws(Refusal) -> Answer {
        let function = try existing(call)
        let qualifier = try qualifier(of: call)
        let unqualified = qualifier == nil ? function.latestPublished?.version : nil
        guard let version = unqualified ?? function.version(qualifier) else {
            throw .functionNotFound(function.qualifiedArn(qualifier))
        }
        if let limit = settings.reachedLimit { throw .limitReached(limit) }
        try checkDuration(version, of: function, call)
        try checkInvocable(version, of: function, call)
        let payload = try payload(of: call)
        switch call.headers["X-Amz-Invocation-Type"] {
        case "DryRun": return .empty
        case "Event": return Answer(202, headers: [], body: [])
        default: return run(version, of: function, payload, call)
        }
    }

    /// Whether a version that sleeps would be woken all the same is not known; here it is not.
    /// Source: https://github.com/serverless/serverless/issues/13587
    private func checkDuration(_ version: Version, of function: Function, _ call: Call) throws(Refusal) {
        guard call.headers["X-Amz-Invocation-Type"] ?? "RequestResponse" == "RequestResponse",
            let time = version.members["DurableConfig"]?["ExecutionTimeout"]?.number, time > 900
        else { return }
        throw .invalidParameter(
            "You cannot synchronously invoke a durable function with an executionTimeout greater than 15 minutes.")
    }

    private mutating func checkInvocable(_ version: Version, of function: Function, _ call: Call) throws(Refusal) {
        switch version.state.value {
        case "Inactive" where version.progress != nil: throw .notReady
        case "Inactive":
            // The first invocation wakes it up, and fails.
            wake(version.name, of: function.name, at: call.now)
            if version.isSnapStarted, version.name != "$LATEST" {
                throw .snapStartNotReady(function.qualifiedArn(version.name))
            }
            throw .notReady
        case "Pending" where version.isSnapStarted && version.name != "$LATEST":
            throw .snapStartNotReady(function.qualifiedArn(version.name))
        case "Active": return
        default: throw .notInvocable(version.state)
        }
    }

    /// A version with SnapStart takes minutes.
    /// Source: https://docs.aws.amazon.com/lambda/latest/dg/snapstart-troubleshooting.html
    private mutating func wake(_ version: String, of name: String, at now: Duration) {
        guard var function = functions[name] else { return }
        let progress = Progress(.awakening, settings.awakening, from: now)
        func wake(_ version: inout Version) {
            version.state = .creating("Pending")
            version.progress = progress
        }
        if version == "$LATEST" { wake(&function.latest) }
        for index in function.versions.indices where function.versions[index].name == version {
            wake(&function.versions[index])
        }
        functions[name] = function
    }

    private func payload(of call: Call) throws(Refusal) -> JSON {
        if call.body.isEmpty { return [:] }
        do {
            return try JSON(parsing: call.body)
        } catch {
            throw .invalidRequestContent("Could not parse payload into json")
        }
    }

    /// An error of the function's own is a 200 with a header.
    private mutating func run(_ version: Version, of function: Function, _ payload: JSON, _ call: Call) -> Answer {
        let isLatest = version.name == "$LATEST"
        let (body, error) = function.behaviour.answer(to: payload, as: version)
        history.invocations.append(
            .init(
                at: call.now, author: call.author, function: function.name, version: version.name,
                codeSha256: isLatest ? function.servedCodeSha256 : version.code.sha256, revisionId: version.revisionId,
                payload: call.body, failed: error != nil, answer: body))
        var answer = Answer(
            200,
            headers: [
                .init(name: "Content-Type", value: "application/json"),
                .init(name: "X-Amz-Executed-Version", value: version.name),
            ], body: body)
        if let error {
            answer.headers.append(.init(name: "X-Amz-Function-Error", value: error))
        }
        if call.headers["X-Amz-Log-Type"] == "Tail" {
            let tail = base64(function.behaviour.log.utf8.suffix(4096))
            answer.headers.append(.init(name: "X-Amz-Log-Result", value: tail))
        }
        return answer
    }
}
