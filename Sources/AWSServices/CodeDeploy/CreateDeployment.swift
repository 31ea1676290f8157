import AWSCore

extension CodeDeploy {
    /// Has the alias moved as the group is set up; whatever ends it otherwise puts the alias back. A group has at most one
    /// deployment at a time.
    /// - Returns: the deployment's id, such as `d-ABCDEF123`.
    /// Source: https://docs.aws.amazon.com/codedeploy/latest/APIReference/API_CreateDeployment.html
    package func createDeployment(
        of spec: AliasAppSpec, in group: DeploymentGroup, within budget: Duration
    ) async throws(AWSFailure) -> String {
        let events = ["DEPLOYMENT_FAILURE", "DEPLOYMENT_STOP_ON_ALARM", "DEPLOYMENT_STOP_ON_REQUEST"]
        var members = group.members
        members["revision"] = spec.revision
        members["autoRollbackConfiguration"] = .object([
            "enabled": .bool(true), "events": .array(events.map(JSONValue.string)),
        ])
        let call = AWSCall.codeDeploy("CreateDeployment", .write, members)
        return try await client.send(call, within: budget) { answer throws(UnreadableAnswer) in
            guard let id = try answer.jsonObject["deploymentId"]?.string else {
                throw UnreadableAnswer(reason: "the answer has no deploymentId")
            }
            return id
        }
    }
}

extension Refusal {
    /// The group has a deployment under way.
    /// Source: https://docs.aws.amazon.com/codedeploy/latest/APIReference/API_CreateDeployment.html#API_CreateDeployment_Errors
    package var saysAnotherDeploymentIsRunning: Bool { code == "DeploymentLimitExceededException" }
}
