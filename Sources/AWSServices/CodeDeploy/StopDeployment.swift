import AWSCore

extension CodeDeploy {
    /// Stops the deployment and has the alias put back. Sent again it does no harm.
    /// Source: https://docs.aws.amazon.com/codedeploy/latest/APIReference/API_StopDeployment.html
    package func stopDeployment(_ id: String, within budget: Duration) async throws(AWSFailure) {
        let call = AWSCall.codeDeploy(
            "StopDeployment", .write, ["deploymentId": .string(id), "autoRollbackEnabled": .bool(true)])
        try await client.send(call, within: budget) { _ throws(UnreadableAnswer) in }
    }
}
