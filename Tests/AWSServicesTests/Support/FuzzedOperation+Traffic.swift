import AWSCore
import AWSServices

private let group = DeploymentGroup(application: "shop", name: "orders")

extension FuzzedOperation {
    private static func codeDeploy(
        _ name: String, isWrite: Bool, isJSON: Bool = true, _ good: String,
        _ run: @escaping @Sendable (CodeDeploy) async throws -> Void
    ) -> FuzzedOperation {
        FuzzedOperation(name, isWrite: isWrite, isJSON: isJSON, good: good) {
            try await run(CodeDeploy(client: $0.client(.codeDeploy)))
        }
    }

    static let traffic: [FuzzedOperation] = [
        FuzzedOperation(
            "DescribeAlarms", isWrite: false,
            good: #"{"MetricAlarms":[{"AlarmName":"a","StateValue":"OK","StateReason":null}],"CompositeAlarms":[]}"#
        ) {
            _ = try await CloudWatch(client: $0.client(.cloudWatch)).describeAlarms(["a"], within: budget)
        },
        .codeDeploy("CreateDeployment", isWrite: true, #"{"deploymentId":"d-1"}"#) {
            let spec = AliasAppSpec(function: "f", alias: "live", currentVersion: "1", targetVersion: "2")
            _ = try await $0.createDeployment(of: spec, in: group, within: budget)
        },
        .codeDeploy(
            "GetDeployment", isWrite: false,
            #"{"deploymentInfo":{"status":"Failed","revision":{"string":{"content":"{\"Resources\":[]}"}}}}"#
        ) { _ = try await $0.getDeployment("d-1", within: budget) },
        .codeDeploy("ListDeployments", isWrite: false, #"{"deployments":["d-1"]}"#) {
            _ = try await $0.listDeploymentsUnderWay(in: group, within: budget)
        },
        .codeDeploy("StopDeployment", isWrite: true, isJSON: false, "") {
            try await $0.stopDeployment("d-1", within: budget)
        },
    ]
}
