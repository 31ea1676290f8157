import AWSCore
import AWSServices
import Engine

/// One deployment to one function, from the first look to the alias.
package struct FunctionDeployment: Sendable {
    private(set) var plan: DeploymentPlan
    let engine: FunctionEngine
    let s3: S3
    private let ecr: ECR
    let cloudWatch: CloudWatch
    let codeDeploy: CodeDeploy
    let cut: S3Cut
    let journal: Journal
    private(set) var uploaded = UploadedPackage()

    var lambda: Lambda { engine.lambda }
    var clock: any Clock { engine.clock }

    /// - Parameter cut: how a package is cut for S3.
    package init(
        plan: DeploymentPlan, lambda: Lambda, s3: S3, ecr: ECR, cloudWatch: CloudWatch, codeDeploy: CodeDeploy,
        clock: any Clock, cut: S3Cut, journal: Journal
    ) {
        self.plan = plan
        self.s3 = s3
        self.ecr = ecr
        self.cloudWatch = cloudWatch
        self.codeDeploy = codeDeploy
        self.cut = cut
        self.journal = journal
        engine = FunctionEngine(
            functionName: plan.functionName, lambda: lambda, clock: clock, waits: plan.waits,
            mayStartOver: plan.mayStartOver, sink: { journal.record(.engine($0)) })
    }

    /// Brings the function to the plan. What happened is in the journal, success or not.
    /// - Throws: why it could not be done; the alias is then where it was, or has been put back.
    package func run() async throws(DeploymentFailure) {
        do {
            try await withinDeadline { () async throws(DeploymentFailure) in try await deployUntilUndisturbed() }
        } catch {
            await leaveInKnownState(after: error)
            guard case .superseded(let supersession) = error, plan.history.onSuperseded == .stop else { throw error }
            journal.record(
                .superseded(supersession, carriedOut: journal.carriedOut, isPutBack: journal.isPutBack))
        }
    }

    /// A deployment that meets a rival starts over from what then stands, as if it had begun after the rival.
    private func deployUntilUndisturbed() async throws(DeploymentFailure) {
        var decided: RollbackDecision?
        for conflicts in 0...plan.conflicts.maxRetries {
            do {
                let prepared = try await prepare(&decided)
                return try await release(prepared)
            } catch {
                guard case .rival(let rival) = error else { throw error.asFailure(conflicts: conflicts) }
                journal.record(.rivalFound(rival))
                try await yieldAlias(to: rival)
                guard plan.mayStartOver, conflicts < plan.conflicts.maxRetries else {
                    throw error.asFailure(conflicts: conflicts + 1)
                }
                try await waitForQuiet(beforeRetry: conflicts + 1)
            }
        }
    }

    /// Up to a version that is tested and could take traffic. Callers of the alias notice none of it.
    /// - Parameter decided: where an earlier attempt was to go back to.
    private func prepare(_ decided: inout RollbackDecision?) async throws(Interruption) -> Prepared {
        if let target = plan.rollbackTarget { return try await prepareRollback(to: target, &decided) }
        do {
            return try await withPackageIdentified().prepareVersion()
        } catch .failed(.functionFailed(let function)) {
            throw await failure(of: function)
        }
    }

    private func prepareVersion() async throws(Interruption) -> Prepared {
        let baseline = try await keepingOldCode(of: takeBaseline(isPreview: false), while: readOn)
        var latest = try await createIfMissing(baseline)
        latest = try await updateLatest(latest)
        latest = try await updateTags(latest, baseline)
        try verify(latest)
        return try await testedVersion(of: latest, baseline)
    }

    /// All that could end the run, or is worth a word, before anything is written.
    @Sendable private func readOn(_ baseline: Baseline) async throws(Interruption) {
        try await requireNotSuperseded(baseline.alias)
        try await requireCalmAlarms()
        try await requireDeploymentGroup()
        try requirePossible(baseline)
        try checkPackage(baseline)
        try await requireLayers(baseline)
        try await noteWhatAliasesServe(baseline)
        weighPackage(baseline)
        noteRoles(baseline)
    }

    /// Brings the alias's traffic to what was prepared, and then clears up.
    private func release(_ prepared: Prepared) async throws(Interruption) {
        if let version = prepared.version { try await moveTraffic(prepared.alias, to: version) }
        await pruneVersions()
    }

    /// The same deployment to another end.
    func carryingOut(_ other: DeploymentPlan) -> FunctionDeployment {
        var deployment = self
        deployment.uploaded = UploadedPackage()
        deployment.plan = other
        return deployment
    }

    /// The same deployment with all that can be found out about a package that does not lie here.
    private func withPackageIdentified() async throws(Interruption) -> FunctionDeployment {
        var deployment = self
        deployment.uploaded = UploadedPackage()
        if let code = plan.code { deployment.plan.code = try await identify(code, s3, ecr) }
        return deployment
    }
}

extension FunctionDeployment {
    /// Looks at what a deployment would change, and writes nothing.
    /// - Parameter dryRun: `nil`: nothing is sent but questions.
    package func preview(_ dryRun: PlannedDryRun?) async throws(DeploymentFailure) {
        try await withinDeadline { () async throws(DeploymentFailure) in
            do throws(Interruption) {
                try await previewAll(dryRun)
            } catch {
                throw error.asFailure(conflicts: 0)
            }
        }
    }

    private func previewAll(_ dryRun: PlannedDryRun?) async throws(Interruption) {
        if let target = plan.rollbackTarget {
            try await previewRollback(to: target)
            return note(.rollback, to: dryRun)
        }
        try await withPackageIdentified().previewDeployment(dryRun)
    }

    private func note(_ obstacle: DryRunObstacle, to dryRun: PlannedDryRun?) {
        if dryRun != nil { journal.record(.dryRun(.notMade(obstacle))) }
    }

    private func previewDeployment(_ dryRun: PlannedDryRun?) async throws(Interruption) {
        let baseline = try await takeBaseline(isPreview: true)
        if let newer = try await supersession(of: baseline.alias) {
            journal.record(.wouldBeSuperseded(newer))
            return note(.superseded, to: dryRun)
        }
        try requirePossible(baseline)
        try await requireLayers(baseline)
        weighPackage(baseline)
        noteRoles(baseline)
        let code = try await previewUpload(baseline)
        try await previewRelease(baseline)
        try checkPackage(baseline)
        if let dryRun { try await tryCode(code, baseline, dryRun) }
    }
}
