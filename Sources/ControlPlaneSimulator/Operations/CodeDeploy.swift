extension ControlPlane {
    /// Source: https://docs.aws.amazon.com/codedeploy/latest/APIReference/API_CreateDeployment.html
    mutating func createDeployment(_ call: Call) throws(Refusal) -> Answer {
        let group = try group(of: call)
        if let other = deployments.values.first(where: { $0.group == group && $0.next != nil }) {
            throw .codeDeploy(
                "DeploymentLimitExceededException",
                "The Deployment Group '\(group)' already has an active Deployment '\(other.id)'")
        }
        let content = call.input["revision"]?["appSpecContent"]?["content"]?.string ?? ""
        guard let properties = properties(content), let function = properties["Name"]?.string,
            let alias = properties["Alias"]?.string, let current = properties["CurrentVersion"]?.string,
            let target = properties["TargetVersion"]?.string
        else { throw .codeDeploy("InvalidRevisionException", "The revision was specified in an invalid format.") }
        let id = "d-\(1000 + deployments.count)"
        deployments[id] = CodeDeployment(
            id: id, group: group, content: content, function: function, alias: alias, currentVersion: current,
            targetVersion: target, next: call.now + .milliseconds(200))
        return answer(["deploymentId": .string(id)])
    }

    /// Source: https://docs.aws.amazon.com/codedeploy/latest/APIReference/API_GetDeployment.html
    func getDeployment(_ call: Call) throws(Refusal) -> Answer {
        let deployment = try deployment(of: call)
        let error: JSON =
            deployment.error.map { ["code": .string($0.code), "message": .string($0.reason)] } ?? nil
        return answer([
            "deploymentInfo": [
                "deploymentId": .string(deployment.id), "status": .string(deployment.status),
                "errorInformation": error, "computePlatform": "Lambda",
                "revision": [
                    "revisionType": "String", "string": ["content": .string(deployment.content)],
                ],
            ]
        ])
    }

    /// Source: https://docs.aws.amazon.com/codedeploy/latest/APIReference/API_ListDeployments.html
    func listDeployments(_ call: Call) throws(Refusal) -> Answer {
        let group = try group(of: call)
        let statuses = (call.input["includeOnlyStatuses"]?.array ?? []).compactMap(\.string)
        let found = deployments.values.filter { $0.group == group && statuses.contains($0.status) }
        return answer(["deployments": .array(found.map(\.id).sorted().map { JSON.string($0) })])
    }

    /// Source: https://docs.aws.amazon.com/codedeploy/latest/APIReference/API_StopDeployment.html
    mutating func stopDeployment(_ call: Call) throws(Refusal) -> Answer {
        let deployment = try deployment(of: call)
        guard deployment.next != nil else {
            throw .codeDeploy("DeploymentAlreadyCompletedException", "The deployment \(deployment.id) is completed.")
        }
        deployments[deployment.id]?.isStopping = true
        deployments[deployment.id]?.next = call.now + .milliseconds(200)
        return answer(["status": "Pending", "statusMessage": "Stopping"])
    }

    private func group(of call: Call) throws(Refusal) -> String {
        let name = "\(call.input["applicationName"]?.string ?? "")/\(call.input["deploymentGroupName"]?.string ?? "")"
        guard deploymentGroups.contains(name) else {
            throw .codeDeploy("DeploymentGroupDoesNotExistException", "No Deployment Group found for name: \(name)")
        }
        return name
    }

    private func deployment(of call: Call) throws(Refusal) -> CodeDeployment {
        let id = call.input["deploymentId"]?.string ?? ""
        guard let deployment = deployments[id] else {
            throw .codeDeploy("DeploymentDoesNotExistException", "The deployment \(id) could not be found")
        }
        return deployment
    }

    private func properties(_ content: String) -> JSON? {
        guard let spec = try? JSON(parsing: Array(content.utf8)) else { return nil }  // what is no JSON is refused
        return spec["Resources"]?.array?.first?.object?.values.first?["Properties"]
    }

    private func answer(_ body: JSON) -> Answer {
        Answer(200, headers: [.init(name: "Content-Type", value: "application/x-amz-json-1.1")], body: body.bytes)
    }
}
