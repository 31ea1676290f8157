extension ControlPlane {
    /// A deployment of CodeDeploy's that moves an alias: a share first, then all, or back again.
    package struct CodeDeployment: Sendable {
        package let id: String
        /// `application/group`
        package let group: String
        package let content: String
        package let function: String
        package let alias: String
        package let currentVersion: String
        package let targetVersion: String
        package internal(set) var status = "Created"
        package internal(set) var error: Failure?
        /// When it goes on; `nil`: it has ended.
        var next: Duration?
        var isStopping = false
    }

    /// Makes an application with a deployment group.
    package mutating func addDeploymentGroup(_ group: String, of application: String) {
        deploymentGroups.insert("\(application)/\(group)")
    }

    /// Whatever CodeDeploy does until `now`.
    mutating func goOnDeploying(at now: Duration) {
        for id in deployments.keys.sorted() {
            guard let deployment = deployments[id], let next = deployment.next, next <= now else { continue }
            deployments[id] = goneOn(deployment, at: next)
        }
    }

    private mutating func goneOn(_ deployment: CodeDeployment, at now: Duration) -> CodeDeployment {
        var deployment = deployment
        deployment.next = nil
        let alias = functions[deployment.function]?.aliases[deployment.alias]
        // Source: https://github.com/aws/serverless-application-model/issues/291
        guard alias?.functionVersion == deployment.currentVersion else {
            deployment.status = "Failed"
            deployment.error = Failure(
                code: "INVALID_LAMBDA_CONFIGURATION",
                reason: "The Lambda function alias version does not match the current version in AppSpec file.")
            return deployment
        }
        if deployment.isStopping || deployment.status != "Created" && settings.codeDeploy.failure != nil {
            deployment.status = deployment.isStopping ? "Stopped" : "Failed"
            deployment.error = deployment.isStopping ? nil : settings.codeDeploy.failure
            route(deployment, to: deployment.currentVersion, [:], at: now)
        } else if deployment.status == "Created" {
            deployment.status = "InProgress"
            deployment.next = settings.codeDeploy.takes.map { now + $0 }
            route(deployment, to: deployment.currentVersion, [deployment.targetVersion: 0.1], at: now)
        } else {
            deployment.status = "Succeeded"
            route(deployment, to: deployment.targetVersion, [:], at: now)
        }
        return deployment
    }

    private mutating func route(
        _ deployment: CodeDeployment, to version: String, _ weights: [String: Double], at now: Duration
    ) {
        guard var function = functions[deployment.function], var alias = function.aliases[deployment.alias] else {
            return
        }
        alias.functionVersion = version
        alias.weights = weights
        setAlias(alias, of: &function, at: now, author: "codedeploy", cause: "UpdateAlias")
        functions[function.name] = function
    }
}
