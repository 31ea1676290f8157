import AWSCore
import AWSServices
import Engine

extension FunctionDeployment {
    /// Asks AWS by a dry run whether it would take the code, and from this caller. It names no RevisionId: who was there in
    /// between changes nothing about that.
    /// - Parameter code: as it could be sent; `nil`: it would be uploaded first.
    /// - Throws: what AWS refuses a deployment with, too.
    func tryCode(_ code: PlannedCode?, _ baseline: Baseline, _ dryRun: PlannedDryRun) async throws(Interruption) {
        let changes = baseline.latest.map { Changes(of: plan, on: $0.function) } ?? Changes(creating: plan)
        if let obstacle = dryRun.obstacle(to: changes, isReady: code != nil) {
            return journal.record(.dryRun(.notMade(obstacle)))
        }
        guard let code, let latest = baseline.latest else { return }  // without either there is an obstacle
        journal.record(.dryRun(.began))
        do {
            try await engine.call { () throws(AWSFailure) in
                try await lambda.tryFunctionCode(
                    engine.functionName, code.update(of: latest.function), within: Budget.upload)
            }
            journal.record(.dryRun(.proved))
        } catch .failed(.refused(let refusal)) {
            guard let doubt = DryRunDoubt(refusal, changes) else { throw .failed(.refused(refusal)) }
            journal.record(.dryRun(.notProved(doubt)))
        }
    }
}
