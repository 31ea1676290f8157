import AWSCore
import AWSServices
import Engine

extension FunctionDeployment {
    /// Creates the deployment, or finds the one that an earlier run or a lost answer left under way.
    /// - Returns: its id; `nil`: it has ended already, before anybody heard of it.
    func start(
        _ spec: AliasAppSpec, _ group: DeploymentGroup, _ alias: AliasConfiguration
    ) async throws(Interruption) -> String? {
        journal.record(.traffic(.codeDeploy(.starting(group, spec, origin: alias))))
        if let id = try await oursUnderWay(spec, group) {
            journal.record(.traffic(.codeDeploy(.takenUp(id: id))))
            return id
        }
        // CodeDeploy begins only from an alias that serves one version.
        return try await create(spec, group, over: try await cleared(alias))
    }

    private func create(
        _ spec: AliasAppSpec, _ group: DeploymentGroup, over alias: AliasConfiguration
    ) async throws(Interruption) -> String? {
        var troubles = Troubles(limit: plan.waits.timeout)
        while true {
            do {
                return started(
                    try await engine.call { () throws(AWSFailure) in
                        try await codeDeploy.createDeployment(of: spec, in: group, within: Budget.write)
                    })
            } catch {
                troubles.add(try startTrouble(error), at: clock.elapsed())
            }
            try await engine.pause(troubles.pause(chance: clock.random()))
            if let id = try await oursUnderWay(spec, group) {
                engine.tell(.foundArrived(.createDeployment))
                return started(id)
            }
            if try await hasEnded(spec, over: alias, troubles) {
                engine.tell(.foundArrived(.createDeployment))
                return nil
            }
            // None is under way. One that failed before anybody heard of it has left the alias where it was.
            engine.tell(.foundUntouched(.createDeployment))
            try troubles.requireTimeLeft(at: clock.elapsed())
        }
    }

    private func started(_ id: String) -> String {
        journal.record(.traffic(.codeDeploy(.started(id: id))))
        return id
    }

    /// Whether a deployment that nobody heard of has moved the alias.
    private func hasEnded(
        _ spec: AliasAppSpec, over alias: AliasConfiguration, _ troubles: Troubles
    ) async throws(Interruption) -> Bool {
        let seen = try await engine.lookAtAlias(alias.name, within: Budget.read)
        if let seen, seen.isWholly(at: spec.targetVersion), troubles.mayHaveArrived { return true }
        guard seen?.routing == alias.routing else {
            throw .moved(alias, to: seen, during: .createDeployment)
        }
        return false
    }

    private func cleared(_ alias: AliasConfiguration) async throws(Interruption) -> AliasConfiguration {
        if alias.additionalVersionWeights.isEmpty { return alias }
        let cleared = try await write(alias.name, over: alias, Routing(version: alias.functionVersion)) { _ in nil
        }
        journal.record(.aliasMoved(from: alias, to: cleared))
        return cleared
    }

    private func startTrouble(_ interruption: Interruption) throws(Interruption) -> Trouble {
        if case .failed(.refused(let refusal)) = interruption, refusal.saysAnotherDeploymentIsRunning {
            engine.tell(.refusedByConflict(.createDeployment, refusal))
            return .conflict(refusal)
        }
        return try engine.trouble(with: .createDeployment, interruption)
    }
}
