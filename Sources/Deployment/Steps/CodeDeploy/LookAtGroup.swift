import AWSCore
import AWSServices
import Engine

extension FunctionDeployment {
    /// Before anything is written: the group is there, and may be asked what it is doing.
    func requireDeploymentGroup() async throws(Interruption) {
        guard let group = plan.publication?.traffic.codeDeploy?.group else { return }
        _ = try await engine.call { () throws(AWSFailure) in
            try await codeDeploy.listDeploymentsUnderWay(in: group, within: Budget.read)
        }
    }

    /// The group's deployment that does just this. Somebody else's is waited for, and then what stands is looked at anew.
    func oursUnderWay(_ spec: AliasAppSpec, _ group: DeploymentGroup) async throws(Interruption) -> String? {
        switch try await activity(of: group, spec, within: Budget.read) {
        case .nothing: return nil
        case .ours(let id): return id
        case .other(let id):
            if plan.mayStartOver { try await waitForEnd(of: id) }
            let deployment = Difference(name: "Deployment of group \(group.name)", before: nil, after: .string(id))
            throw .rival(Rival(during: .createDeployment, differences: [deployment]))
        }
    }

    /// - Parameter spec: what makes a deployment ours.
    func activity(
        of group: DeploymentGroup, _ spec: AliasAppSpec, within budget: Duration
    ) async throws(Interruption) -> GroupActivity {
        let ids = try await engine.call { () throws(AWSFailure) in
            try await codeDeploy.listDeploymentsUnderWay(in: group, within: budget)
        }
        for id in ids {
            let found = try await engine.call { () throws(AWSFailure) in
                try await codeDeploy.getDeployment(id, within: budget)
            }
            if found.status.isEnd { continue }
            if found.spec == spec { return .ours(id: id) }
            journal.record(.traffic(.codeDeploy(.otherFound(id: id))))
            return .other(id: id)
        }
        return .nothing
    }

    private func waitForEnd(of id: String) async throws(Interruption) {
        let polled = try await engine.poll(.codeDeploy(id)) {
            (within: Duration) async throws(Interruption) -> Look<Void> in
            let seen = try await engine.call { () throws(AWSFailure) in
                try await codeDeploy.getDeployment(id, within: within)
            }
            return seen.status.isEnd ? .done(()) : .notYet(Status(seen.status))
        }
        if case .timedOut(let status, let waited) = polled {
            throw .failed(.timedOut(.codeDeploy(id), lastSeen: status, waited: waited))
        }
    }
}
