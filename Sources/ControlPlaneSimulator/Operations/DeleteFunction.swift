extension ControlPlane {
    /// Of a version that an alias names it is refused, and of one that CloudFront has copies of:
    /// https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/lambda-edge-delete-replicas.html Provisioned concurrency is not known to protect one, so here it does not.
    /// Source: https://docs.aws.amazon.com/lambda/latest/api/API_DeleteFunction.html
    mutating func deleteFunction(_ call: Call) throws(Refusal) -> Answer {
        let function = try existing(call)
        guard let qualifier = try qualifier(of: call) else {
            functions[function.name] = nil
            remember(nil, of: function, call)
            return .empty
        }
        if qualifier == "$LATEST" {
            throw .invalidParameter("$LATEST version cannot be deleted without deleting the function.")
        }
        let users = function.aliases.values
            .filter { $0.functionVersion == qualifier || $0.weights[qualifier] != nil }.map(\.name).sorted()
        if !users.isEmpty {
            throw .conflict(
                "Unable to delete version because the following aliases reference it: "
                    + "[\(users.joined(separator: ", "))]")
        }
        if function.replicated.contains(qualifier) {
            throw .invalidParameter(
                "Lambda was unable to delete \(function.qualifiedArn(qualifier)) because it is a replicated function. "
                    + "Please see our documentation for Deleting Lambda@Edge Functions and Replicas.")
        }
        if let obstacle = function.undeletable[qualifier] { throw obstacle.refusal }
        functions[function.name]?.versions.removeAll { $0.name == qualifier }
        functions[function.name]?.provisioned[qualifier] = nil
        remember(qualifier, of: function, call)
        return .empty
    }

    private mutating func remember(_ version: String?, of function: Function, _ call: Call) {
        history.deletions.append(.init(at: call.now, author: call.author, version: version, from: function))
    }
}

extension ControlPlane.Obstacle {
    fileprivate var refusal: Refusal {
        switch self {
        case .fault: .internalError
        case .denial: .accessDenied("Not authorized to perform: lambda:DeleteFunction with an explicit deny")
        case .throttling: .throttled
        }
    }
}
