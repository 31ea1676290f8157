import AWSServices
import Engine

extension FunctionDeployment {
    /// Says it before a version is published that may then get no share of the traffic.
    func noteRoles(_ baseline: Baseline) {
        let isTold = journal.entries.contains { if case .roleChangesInSteps = $0.fact { true } else { false } }
        if !isTold, plan.changesRoleInSteps(over: baseline.latest?.content, baseline.alias) {
            journal.record(.roleChangesInSteps)
        }
    }
}

extension DeploymentPlan {
    /// Whether versions with different execution roles, as far as `$LATEST` tells, are to share an alias.
    package func changesRoleInSteps(over standing: FunctionContent?, _ alias: AliasConfiguration?) -> Bool {
        guard let standing, alias != nil, publication?.traffic.isAtOnce == false, standing.members["Role"] != nil else {
            return false
        }
        return configurationToSend(over: standing)["Role"] != nil
    }
}
