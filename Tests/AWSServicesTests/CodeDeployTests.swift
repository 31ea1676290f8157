import AWSCore
import AWSServices
import HTTP
import Testing

private typealias Exchange = LambdaBench.Exchange

private let group = DeploymentGroup(application: "shop", name: "orders")
private let spec = AliasAppSpec(function: "orders", alias: "live", currentVersion: "1", targetVersion: "2")

private func codeDeploy(_ bench: LambdaBench) throws -> CodeDeploy {
    CodeDeploy(client: try benchClient(over: bench, .codeDeploy, FixedClock()))
}

@Test func aDeploymentIsCreatedWithItsAppSpecAndIsPutBackWhenItFails() async throws {
    let bench = LambdaBench([Exchange("POST /", 200, #"{"deploymentId":"d-1"}"#)])
    #expect(try await codeDeploy(bench).createDeployment(of: spec, in: group, within: budget) == "d-1")

    let request = try #require(bench.requests.first)
    #expect(request.headers["X-Amz-Target"] == "CodeDeploy_20141006.CreateDeployment")
    #expect(request.headers["Content-Type"] == "application/x-amz-json-1.1")
    let body = try #require(JSONValue(parsing: Array(try request.text.utf8)))
    #expect(body["applicationName"]?.string == "shop")
    #expect(body["deploymentGroupName"]?.string == "orders")
    #expect(body["autoRollbackConfiguration"]?["enabled"] == .bool(true))
    let content = try #require(body["revision"]?["appSpecContent"]?["content"]?.string)
    #expect(body["revision"]?["appSpecContent"]?["sha256"]?.string == SHA256Digest.of(Array(content.utf8)).hex)
    let properties = #"{"Alias":"live","CurrentVersion":"1","Name":"orders","TargetVersion":"2"}"#
    let resource = #"{"orders":{"Properties":\#(properties),"Type":"AWS::Lambda::Function"}}"#
    #expect(content == #"{"Resources":[\#(resource)],"version":0.0}"#)
    #expect(AliasAppSpec(content: content) == spec)
}

@Test func whatADeploymentCameToIsRead() async throws {
    let failed = """
        {"deploymentInfo":{"status":"Failed","errorInformation":{"code":"ALARM_ACTIVE","message":"errors is on"},
         "rollbackInfo":{"rollbackDeploymentId":"d-2"},"revision":{"string":{"content":"version: 0.0"}}}}
        """
    let bench = LambdaBench([
        Exchange("POST /", 200, failed), Exchange("POST /", 200, #"{"deploymentInfo":{"status":"Baking"}}"#),
    ])
    let service = try codeDeploy(bench)
    let ended = try await service.getDeployment("d-1", within: budget)
    #expect(
        ended
            == CodeDeployment(
                id: "d-1", status: .failed, spec: nil, errorCode: "ALARM_ACTIVE", errorMessage: "errors is on",
                rollbackId: "d-2"))
    #expect(try await service.getDeployment("d-1", within: budget).status.isEnd == false)
}

@Test func onlyDeploymentsUnderWayAreListed() async throws {
    let bench = LambdaBench([Exchange("POST /", 200, #"{"deployments":["d-1"]}"#), Exchange("POST /", 200, "{}")])
    let service = try codeDeploy(bench)
    #expect(try await service.listDeploymentsUnderWay(in: group, within: budget) == ["d-1"])
    try await service.stopDeployment("d-1", within: budget)
    #expect(
        try bench.requests.map { try $0.text } == [
            #"{"applicationName":"shop","deploymentGroupName":"orders","includeOnlyStatuses":["Created","Queued","InProgress"]}"#,
            #"{"autoRollbackEnabled":true,"deploymentId":"d-1"}"#,
        ])
}

@Test(arguments: ["", "version: 0.0", "{}", #"{"Resources":[]}"#, #"{"Resources":[{"a":{"Properties":{}}}]}"#])
func whatIsNoMoveOfAnAliasIsNotOurs(content: String) {
    #expect(AliasAppSpec(content: content) == nil)
}
