import AWSCore

extension CodeDeploy {
    /// The ids of the group's deployments that are under way: one at most, as far as is known.
    /// Source: https://docs.aws.amazon.com/codedeploy/latest/APIReference/API_ListDeployments.html
    package func listDeploymentsUnderWay(
        in group: DeploymentGroup, within budget: Duration
    ) async throws(AWSFailure) -> [String] {
        var members = group.members
        members["includeOnlyStatuses"] = .array(["Created", "Queued", "InProgress"].map(JSONValue.string))
        let call = AWSCall.codeDeploy("ListDeployments", .read, members)
        return try await client.send(call, within: budget) { answer throws(UnreadableAnswer) in
            guard let ids = try answer.jsonObject["deployments"]?.array else {
                throw UnreadableAnswer(reason: "the answer has no deployments")
            }
            return ids.compactMap(\.string)
        }
    }
}
