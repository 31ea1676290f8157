import HTTP

// What is checked before an operation is even looked at.
extension ControlPlane {
    func admit(_ call: Call) throws(Refusal) {
        // Whoever has the link may read.
        if call.operation == .downloadCode { return }
        try checkSignature(call)
        if let end = settings.keysExpire, call.now >= end { throw .expiredToken }
        try checkPermission(call)
        try checkQuota(call)
    }

    /// Lambda accepts a signature five minutes off.
    private func checkSignature(_ call: Call) throws(Refusal) {
        guard let tolerance = settings.signatureTolerance else { return }
        guard let text = call.headers["X-Amz-Date"], let signed = Timestamp(basic: text) else { throw .unsigned }
        let now = timestamp(at: call.now)
        let limit = tolerance / .seconds(1)
        let minutes = "\(Int(limit / 60)) min."
        if signed.secondsSince1970 < now.secondsSince1970 - limit {
            let oldest = Timestamp(secondsSince1970: now.secondsSince1970 - limit).basic
            throw .badSignature(
                "Signature expired: \(text) is now earlier than \(oldest) (\(now.basic) - \(minutes))")
        }
        if signed.secondsSince1970 > now.secondsSince1970 + limit {
            let newest = Timestamp(secondsSince1970: now.secondsSince1970 + limit).basic
            throw .badSignature(
                "Signature not yet current: \(text) is still later than \(newest) (\(now.basic) + \(minutes))")
        }
    }

    private func checkPermission(_ call: Call) throws(Refusal) {
        let isQualified = try qualifier(of: call) != nil
        guard
            settings.denied.contains(call.operation)
                || isQualified && settings.deniedOfVersions.contains(call.operation)
        else { return }
        let action = call.operation.action
        throw .accessDenied(
            "User: arn:aws:iam::\(settings.account):user/\(call.author) is not authorized to perform: \(action) on "
                + "resource: \(arn(of: call.reference?.name ?? "")) because no identity-based policy allows the "
                + "\(action) action")
    }

    /// GetFunction has a pot of its own; what S3 and ECR are asked does not count.
    private func checkQuota(_ call: Call) throws(Refusal) {
        guard let quotas = settings.quotas, let isRead = Self.pot(call.operation) else { return }
        let since = call.now - .seconds(1)
        let recent = history.requests.reversed().prefix { $0.at > since }
            .count { $0.status != 429 && $0.operation.flatMap(Self.pot) == isRead }
        if recent >= (isRead ? quotas.getFunction : quotas.everythingElse) { throw .throttled }
    }

    /// Whether an operation is GetFunction; `nil` for those outside Lambda's control plane.
    private static func pot(_ operation: Operation) -> Bool? {
        switch operation {
        case _ where operation.isOfS3: nil
        case .batchGetImage, .invoke, .getCallerIdentity: nil
        case .describeAlarms, .createDeployment, .getDeployment, .listDeployments, .stopDeployment: nil
        default: operation == .getFunction
        }
    }
}

// What operations check of the function that they are about.
extension ControlPlane {
    /// The function that a call names.
    func existing(_ call: Call) throws(Refusal) -> Function {
        guard let reference = call.reference else { throw .unknownOperation }
        try checkReach(reference)
        if let function = functions[reference.name] { return function }
        throw .functionNotFound(arn(of: reference.name) + (try qualifier(of: call).map { ":\($0)" } ?? ""))
    }

    /// The version or alias that a call names, in the function's name or beside it.
    func qualifier(of call: Call) throws(Refusal) -> String? {
        let derived = call.reference?.qualifier
        let given = call.query("Qualifier")
        if let derived, let given, derived != given {
            throw .invalidParameter(
                "The derived qualifier from the function name does not match the specified qualifier.")
        }
        return given ?? derived
    }

    private func checkReach(_ reference: FunctionReference) throws(Refusal) {
        if let region = reference.region, region != settings.region {
            throw .notFound("Functions from '\(region)' are not reachable in this region ('\(settings.region)')")
        }
        if let account = reference.account, account != settings.account { throw .accessDenied(nil) }
    }

    /// While a function is created or updated, updates, publications and tagging fail; a guard must name the revision
    /// as it stands. Which of the two is said when both are true is a setting.
    /// Source: https://docs.aws.amazon.com/lambda/latest/dg/functions-states.html#functions-states-updating
    /// - Parameter takesCode: whether it is given new code, which may be the cure.
    func checkWritable(_ function: Function, revisionId: String?, takesCode: Bool) throws(Refusal) {
        switch settings.checksFirst {
        case .updateInProgress:
            try checkSettled(function, takesCode: takesCode)
            try checkRevision(function.latest.revisionId, revisionId)
        case .revisionId:
            try checkRevision(function.latest.revisionId, revisionId)
            try checkSettled(function, takesCode: takesCode)
        }
    }

    func checkSettled(_ function: Function, takesCode: Bool) throws(Refusal) {
        let state = function.latest.state
        let isCure = takesCode && settings.curesLostImages && state.saysTheImageIsGone
        if !["Active", "Inactive", "ActiveNonInvocable"].contains(state.value), !isCure {
            throw .notActive(function.arn, state)
        }
        if function.latest.lastUpdate?.value == "InProgress" { throw .updateInProgress(function.arn) }
    }

    func checkRevision(_ revision: String, _ given: String?) throws(Refusal) {
        if let given, given != revision { throw .staleRevision }
    }
}

extension ControlPlane.Status {
    fileprivate var saysTheImageIsGone: Bool {
        value == "Failed" && ["ImageDeleted", "ImageAccessDenied", "InvalidImage"].contains(reasonCode)
    }
}
