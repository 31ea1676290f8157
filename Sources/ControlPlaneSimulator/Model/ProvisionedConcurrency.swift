extension ControlPlane {
    /// Instances that are kept warm, of a version or an alias.
    package struct ProvisionedConcurrency: Sendable {
        /// `READY`, `IN_PROGRESS`, `FAILED`.
        package internal(set) var status: Status
        /// What is under way since the alias was pointed at another version.
        var progress: Progress?
        /// The version that has all its traffic meanwhile.
        var before: String?

        static let ready = ProvisionedConcurrency(
            status: Status(value: "READY", reason: nil, reasonCode: nil), progress: nil, before: nil)
    }

    /// An alias that is kept warm, pointed at another version: AWS gives all its traffic to the version before, under a
    /// weight of its own, until the new instances are warm. Whether UpdateAlias's own answer shows that is not established.
    /// Source: https://github.com/hashicorp/terraform-provider-aws/issues/48116
    /// - Returns: the weights that AWS sets; `nil`: none.
    func warmUpWeights(of alias: Alias, from before: Alias, in function: Function) -> [String: Double]? {
        guard function.provisioned[alias.name] != nil, alias.functionVersion != before.functionVersion,
            before.functionVersion != "$LATEST", alias.weights.isEmpty
        else { return nil }
        return [before.functionVersion: 1]
    }

    func warmingUp(from before: Alias, at now: Duration) -> ProvisionedConcurrency {
        ProvisionedConcurrency(
            status: Status(value: "IN_PROGRESS", reason: nil, reasonCode: nil),
            progress: Progress(.warmUp, settings.warmUp, from: now), before: before.functionVersion)
    }

    /// Ends the warming up of all that are warm at this moment: the weight goes if nobody has taken it off before.
    mutating func endWarmUps(of function: inout Function, at now: Duration) {
        for name in function.provisioned.keys.sorted() {
            guard let kept = function.provisioned[name], let progress = kept.progress, let end = progress.ends,
                end <= now
            else { continue }
            let status = progress.failure.map { Status(value: "FAILED", reason: $0.reason, reasonCode: nil) }
            function.provisioned[name] = .ready
            if let status { function.provisioned[name]?.status = status }
            guard progress.failure == nil, var alias = function.aliases[name], let before = kept.before,
                alias.weights == [before: 1]
            else { continue }
            alias.weights = [:]
            setAlias(alias, of: &function, at: now, author: "aws", cause: "warmed up")
        }
    }

    /// Source: https://docs.aws.amazon.com/lambda/latest/api/API_GetProvisionedConcurrencyConfig.html
    func getProvisionedConcurrencyConfig(_ call: Call) throws(Refusal) -> Answer {
        let function = try existing(call)
        guard let qualifier = try qualifier(of: call) else {
            throw .validation(["Value null at 'qualifier' failed to satisfy constraint: Member must not be null"])
        }
        guard let kept = function.provisioned[qualifier] else { throw .noneProvisioned }
        return .json(200, kept.json(lastModified: function.latest.lastModified))
    }
}

extension ControlPlane.ProvisionedConcurrency {
    func json(lastModified: String) -> JSON {
        [
            "Status": .string(status.value), "StatusReason": .text(status.reason),
            "RequestedProvisionedConcurrentExecutions": 1,
            "AllocatedProvisionedConcurrentExecutions": status.value == "READY" ? 1 : 0,
            "AvailableProvisionedConcurrentExecutions": status.value == "READY" ? 1 : 0,
            "LastModified": .string(lastModified),
        ]
    }
}
