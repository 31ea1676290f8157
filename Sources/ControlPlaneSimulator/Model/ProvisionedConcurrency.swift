extension ControlPlane {
    /// Instances that are kept warm, of a version or an alias.
    package struct ProvisionedConcurrency: Sendable {
        /// `READY`, `IN_PROGRESS`, `FAILED`.
        package internal(set) var status: Status
        /// What is under way since the alias was pointed at another version.
        var progress: Progress?
        /// The version that has all its traffic meanwhile.
        var before: String?
        /// What is still told of it until then.
        var lagging: (status: Status, until: Duration)?

        static let ready = ProvisionedConcurrency(
            status: Status(value: "READY", reason: nil, reasonCode: nil), progress: nil, before: nil, lagging: nil)

        static func failed(_ failure: Failure) -> Status {
            Status(value: "FAILED", reason: failure.reason, reasonCode: nil)
        }
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

    func warmingUp(
        from before: Alias, _ kept: ProvisionedConcurrency?, at now: Duration
    ) -> ProvisionedConcurrency {
        ProvisionedConcurrency(
            status: Status(value: "IN_PROGRESS", reason: nil, reasonCode: nil),
            progress: Progress(.warmUp, settings.warmUp, from: now), before: before.functionVersion,
            lagging: settings.warmUpStatusLag > .zero
                ? kept.map { ($0.status, now + settings.warmUpStatusLag) } : nil)
    }

    /// Ends the warming up of all that are warm at this moment: the weight goes if nobody has taken it off before.
    mutating func endWarmUps(of function: inout Function, at now: Duration) {
        for name in function.provisioned.keys.sorted() {
            guard let kept = function.provisioned[name], let progress = kept.progress, let end = progress.ends,
                end <= now
            else { continue }
            function.provisioned[name] = .ready
            function.provisioned[name]?.lagging = kept.lagging
            if let failure = progress.failure {
                function.provisioned[name]?.status = ProvisionedConcurrency.failed(failure)
            } else if kept.status.value != "READY", settings.warmUpWeightLag > .zero {
                function.provisioned[name]?.progress = Progress(
                    .warmUp, .succeeds(after: settings.warmUpWeightLag), from: now)
                function.provisioned[name]?.before = kept.before
            } else {
                takeWeightOff(kept, name, of: &function, at: now)
            }
        }
    }

    private mutating func takeWeightOff(
        _ kept: ProvisionedConcurrency, _ name: String, of function: inout Function, at now: Duration
    ) {
        guard var alias = function.aliases[name], let before = kept.before, alias.weights == [before: 1] else { return }
        alias.weights = [:]
        setAlias(alias, of: &function, at: now, author: "aws", cause: "warmed up")
    }

    /// Source: https://docs.aws.amazon.com/lambda/latest/api/API_GetProvisionedConcurrencyConfig.html
    func getProvisionedConcurrencyConfig(_ call: Call) throws(Refusal) -> Answer {
        let function = try existing(call)
        guard let qualifier = try qualifier(of: call) else {
            throw .validation(["Value null at 'qualifier' failed to satisfy constraint: Member must not be null"])
        }
        guard let kept = function.provisioned[qualifier] else { throw .noneProvisioned }
        return .json(200, kept.told(at: call.now).json(lastModified: function.latest.lastModified))
    }
}

extension ControlPlane.ProvisionedConcurrency {
    fileprivate func told(at now: Duration) -> Self {
        var told = self
        if let lagging, now < lagging.until { told.status = lagging.status }
        return told
    }

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
