import AWSCore
import AWSServices
import Engine

extension FunctionDeployment {
    /// A deployment of ours was told to stop and to move the alias back; where it then stands is told. For who leaves after a
    /// failure or a cancellation.
    func stopCodeDeploy(_ doubt: CodeDeployDoubt, _ name: String, _ time: LastMoments) async throws(Interruption) {
        let found = if let id = doubt.id { id } else { try await ownUnderWay(doubt, within: time.left) }
        guard let id = found else {
            return journal.record(.aliasAtTheEnd(try await engine.lookAtAlias(name, within: time.left)))
        }
        do {
            try await engine.call { () throws(AWSFailure) in try await codeDeploy.stopDeployment(id, within: time.left)
            }
        } catch .failed(.refused(let refusal)) where refusal.code == "DeploymentAlreadyCompletedException" {
            return journal.record(.aliasAtTheEnd(try await engine.lookAtAlias(name, within: time.left)))
        }
        let seen = try await engine.lookAtAlias(name, within: time.left)
        journal.record(.traffic(.codeDeploy(.toldToStop(id: id))))
        guard seen?.routing != doubt.origin.routing else { return journal.record(.aliasAtTheEnd(seen)) }
        journal.record(.aliasLeft(seen, reason: "CodeDeploy was told to stop deployment \(ours: id) and puts it back"))
    }

    private func ownUnderWay(_ doubt: CodeDeployDoubt, within budget: Duration) async throws(Interruption) -> String? {
        if case .ours(let id) = try await activity(of: doubt.group, doubt.spec, within: budget) { id } else { nil }
    }
}
