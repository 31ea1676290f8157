import AWSCore
import Deployment

extension Settings {
    /// The least that a role has to be allowed to do what the inputs ask for, what Lockstep looks at on the way included.
    ///
    /// - Parameter function: its name alone.
    package func policy(for function: String, in scope: PolicyScope) -> Policy {
        let arn = scope.arn("lambda", "function:\(function)")
        let needs = PolicyNeeds(settings: self, scope: scope, function: arn, versions: [arn, "\(arn):*"])
        let statements: [PolicyStatement] =
            if case .toVersion? = history.rollback {
                needs.ofRollback
            } else {
                needs.ofDeployment + needs.ofTraffic + needs.ofOldVersions + needs.ofPackage + needs.ofConfiguration
            }
        return Policy(statements: statements.filter { !$0.actions.isEmpty && !$0.resources.isEmpty })
    }
}
