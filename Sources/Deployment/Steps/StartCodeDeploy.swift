import AWSCore
import AWSServices

extension Deployment {
    /// Creates the deployment, or finds the one that an earlier run or a lost answer left under way.
    /// - Returns: its id; `nil`: it has ended already, before anybody heard of it.
    func start(
        _ spec: AliasAppSpec, _ group: DeploymentGroup, _ alias: AliasConfiguration
    ) async throws(Interruption) -> String? {
        journal.record(.traffic(.codeDeploy(.starting(group, spec, origin: alias))))
        if let id = try await underWay(spec, group, waits: true, within: Budget.read) {
            journal.record(.traffic(.codeDeploy(.takenUp(id: id))))
            return id
        }
        // CodeDeploy begins only from an alias that serves one version.
        let cleared = try await cleared(alias)
        var troubles = Troubles(limit: plan.waits.timeout)
        while true {
            do {
                let id = try await create(spec, group)
                journal.record(.traffic(.codeDeploy(.started(id: id))))
                return id
            } catch {
                troubles.add(try startTrouble(error), at: clock.elapsed())
            }
            try await pause(troubles.pause(chance: clock.random()))
            if let id = try await underWay(spec, group, waits: true, within: Budget.read) {
                journal.record(.foundArrived(.createDeployment))
                journal.record(.traffic(.codeDeploy(.started(id: id))))
                return id
            }
            let seen = try await lookAtAlias(alias.name, within: Budget.read)
            if let seen, seen.isWholly(at: spec.targetVersion), troubles.mayHaveArrived {
                journal.record(.foundArrived(.createDeployment))
                return nil
            }
            guard seen?.routing == cleared.routing else {
                let differences = Difference.between(cleared, seen, alias.name)
                throw .rival(Rival(during: .createDeployment, differences: differences))
            }
            // None is under way. One that failed before anybody heard of it has left the alias where it was.
            journal.record(.foundUntouched(.createDeployment))
            try troubles.requireTimeLeft(at: clock.elapsed())
        }
    }

    /// The group's deployment that does just this. Somebody else's is waited for, and then what stands is looked at anew.
    func underWay(
        _ spec: AliasAppSpec, _ group: DeploymentGroup, waits: Bool, within budget: Duration
    ) async throws(Interruption) -> String? {
        let ids = try await call { () throws(AWSFailure) in
            try await codeDeploy.listDeploymentsUnderWay(in: group, within: budget)
        }
        for id in ids {
            let found = try await call { () throws(AWSFailure) in
                try await codeDeploy.getDeployment(id, within: budget)
            }
            if found.status.isEnd { continue }
            if found.spec == spec { return id }
            journal.record(.traffic(.codeDeploy(.otherFound(id: id))))
            if waits, mayStartOver { try await waitForEnd(of: id) }
            let deployment = Difference(name: "Deployment of group \(group.name)", before: nil, after: .string(id))
            throw .rival(Rival(during: .createDeployment, differences: [deployment]))
        }
        return nil
    }

    private func waitForEnd(of id: String) async throws(Interruption) {
        let polled = try await poll(.codeDeploy(id)) { (within: Duration) async throws(Interruption) -> Look<Void> in
            let seen = try await call { () throws(AWSFailure) in
                try await codeDeploy.getDeployment(id, within: within)
            }
            return seen.status.isEnd ? .done(()) : .notYet(Status(seen.status))
        }
        if case .timedOut(let status, let waited) = polled {
            throw .failed(.timedOut(.codeDeploy(id), lastSeen: status, waited: waited))
        }
    }

    private func cleared(_ alias: AliasConfiguration) async throws(Interruption) -> AliasConfiguration {
        if alias.additionalVersionWeights.isEmpty { return alias }
        let cleared = try await writeAlias(alias.name, over: alias, Routing(version: alias.functionVersion)) { _ in nil
        }
        journal.record(.aliasMoved(from: alias, to: cleared))
        return cleared
    }

    private func create(_ spec: AliasAppSpec, _ group: DeploymentGroup) async throws(Interruption) -> String {
        try await call { () throws(AWSFailure) in
            try await codeDeploy.createDeployment(of: spec, in: group, within: Budget.write)
        }
    }

    private func startTrouble(_ interruption: Interruption) throws(Interruption) -> Trouble {
        if case .failed(.refused(let refusal)) = interruption, refusal.saysAnotherDeploymentIsRunning {
            journal.record(.refusedByConflict(.createDeployment, refusal))
            return .conflict(refusal)
        }
        return try trouble(with: .createDeployment, interruption)
    }
}
