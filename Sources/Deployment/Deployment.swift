import AWSCore
import AWSServices

/// One deployment, from the first look to the alias.
package struct Deployment: Sendable {
    private(set) var plan: DeploymentPlan
    let lambda: Lambda
    private let s3: S3
    private let ecr: ECR
    let cloudWatch: CloudWatch
    let codeDeploy: CodeDeploy
    let clock: any Clock
    let journal: Journal

    package init(
        plan: DeploymentPlan, lambda: Lambda, s3: S3, ecr: ECR, cloudWatch: CloudWatch, codeDeploy: CodeDeploy,
        clock: any Clock, journal: Journal
    ) {
        self.plan = plan
        self.lambda = lambda
        self.s3 = s3
        self.ecr = ecr
        self.cloudWatch = cloudWatch
        self.codeDeploy = codeDeploy
        self.clock = clock
        self.journal = journal
    }

    /// Brings the function to the plan. What happened is in the journal, success or not.
    /// - Throws: why it could not be done; the alias is then where it was, or has been put back.
    package func run() async throws(DeploymentFailure) {
        do {
            try await deployUntilUndisturbed()
        } catch {
            await leaveInKnownState(after: error)
            guard case .superseded(let supersession) = error, plan.history.onSuperseded == .stop else { throw error }
            journal.record(.superseded(supersession, carriedOut: journal.carriedOut))
        }
    }

    /// Looks at what a deployment would change, and writes nothing.
    package func preview() async throws(DeploymentFailure) {
        do {
            if let target = plan.rollbackTarget { return try await previewRollback(to: target) }
            try await withPackageIdentified().previewDeployment()
        } catch {
            throw error.asFailure(conflicts: 0)
        }
    }

    private func previewDeployment() async throws(Interruption) {
        let baseline = try await takeBaseline()
        if let newer = try await supersession(of: baseline.alias) {
            return journal.record(.wouldBeSuperseded(newer))
        }
        try await previewRelease(baseline)
    }

    /// A deployment that meets a rival starts over from what then stands, as if it had begun after the rival.
    private func deployUntilUndisturbed() async throws(DeploymentFailure) {
        var decided: RollbackDecision?
        for conflicts in 0...plan.conflicts.maxRetries {
            do {
                if let target = plan.rollbackTarget { return try await rollBack(to: target, &decided) }
                return try await withPackageIdentified().deploy()
            } catch {
                guard case .rival(let rival) = error else { throw error.asFailure(conflicts: conflicts) }
                journal.record(.rivalFound(rival))
                guard mayStartOver, conflicts < plan.conflicts.maxRetries else {
                    throw error.asFailure(conflicts: conflicts + 1)
                }
                try await waitForQuiet(beforeRetry: conflicts + 1)
            }
        }
    }

    /// The same deployment with all that can be found out about a package that does not lie here.
    private func withPackageIdentified() async throws(Interruption) -> Deployment {
        var deployment = self
        if let code = plan.code { deployment.plan.code = try await identify(code, s3, ecr) }
        return deployment
    }

    /// Whoever names the revision to build on does not want to build on a rival's.
    var mayStartOver: Bool {
        plan.conflicts.onConflict == .retry && plan.requiredRevisionId == nil
    }

    private func deploy() async throws(Interruption) {
        let baseline = try await takeBaseline()
        try await requireNotSuperseded(baseline.alias)
        try await requireCalmAlarms()
        try await requireDeploymentGroup()
        var latest = try await createIfMissing(baseline)
        latest = try await updateCode(latest)
        latest = try await updateConfiguration(latest)
        latest = try await updateTags(latest)
        try verify(latest)
        try await release(latest, baseline)
        await pruneVersions()
    }

    private func release(_ latest: Snapshot, _ baseline: Baseline) async throws(Interruption) {
        guard let publication = plan.publication?.recording(plan.history.run, after: baseline.alias) else {
            return try await smokeTestUnpublished(latest)
        }
        if let version = try await versionToReuse(for: latest, baseline) {
            return try await route(baseline.alias, toReused: version, publication)
        }
        guard let version = try await publishOrWarn(latest, publication, baseline.alias) else { return }
        try await awaitActive(version)
        try await smokeTest(published: version)
        try await moveTraffic(baseline.alias, to: version, publication)
        await look(afterPublishing: version)
    }

    /// Publishing gave `$LATEST` another RevisionId, which a later run may ask for. Not to see it changes nothing.
    private func look(afterPublishing version: FunctionConfiguration) async {
        guard let latest = try? await lookAtLatest(within: Budget.identification),
            FunctionContent(of: latest).deviations(inVersion: FunctionContent(of: version)).isEmpty
        else { return }
        journal.record(.latestSettled(latest.configuration))
    }
}
