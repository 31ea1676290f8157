import AWSCore
import AWSServices

/// One operation, with an answer as AWS gives it.
struct FuzzedOperation {
    let name: String
    let isWrite: Bool
    /// Whether success has to be a JSON object.
    let isJSON: Bool
    let good: String
    let run: @Sendable (FuzzedService) async throws -> Void

    init(
        _ name: String, isWrite: Bool, isJSON: Bool = true, good: String,
        run: @escaping @Sendable (FuzzedService) async throws -> Void
    ) {
        self.name = name
        self.isWrite = isWrite
        self.isJSON = isJSON
        self.good = good
        self.run = run
    }

    private static func read(_ name: String, _ good: String, _ run: @escaping @Sendable (Lambda) async throws -> Void)
        -> FuzzedOperation
    {
        FuzzedOperation(name, isWrite: false, good: good) { try await run(Lambda(client: $0.client(.lambda))) }
    }

    private static func write(
        _ name: String, _ good: String, isJSON: Bool = true, _ run: @escaping @Sendable (Lambda) async throws -> Void
    ) -> FuzzedOperation {
        FuzzedOperation(name, isWrite: true, isJSON: isJSON, good: good) {
            try await run(Lambda(client: $0.client(.lambda)))
        }
    }

    static let all = reads + writes + elsewhere + traffic

    private static let budget = Duration.seconds(20)

    private static let configuration = #"""
        {"FunctionName":"f","FunctionArn":"arn:aws:lambda:eu-west-1:123456789012:function:f","Runtime":"python3.13",
        "Version":"7","CodeSha256":"q4xEfNh2xW7Bi2UGZLuPmnGPXbR1HkHbmuPDZfA3Ibo=","RevisionId":"8f2a-1","MemorySize":128,
        "State":"Active","StateReason":null,"LastUpdateStatus":"InProgress","LastUpdateStatusReasonCode":"Creating",
        "LastModified":"2026-03-04T05:06:07.000+0000","Environment":{"Variables":{"A":"b\n\u00e4"}},"Layers":[{"Arn":"a"}]}
        """#

    private static let alias = #"""
        {"AliasArn":"arn:aws:lambda:eu-west-1:123456789012:function:f:live","Name":"live","FunctionVersion":"7",
        "RevisionId":"r","RoutingConfig":{"AdditionalVersionWeights":{"8":0.05,"9":1e-1}},"Description":null}
        """#

    private static let reads: [FuzzedOperation] = [
        .read("GetFunction", #"{"Configuration":\#(configuration),"Code":{"ImageUri":"i"},"Tags":{"a":"b"}}"#) {
            _ = try await $0.getFunction("f", qualifier: "7", within: budget)
        },
        .read("GetAlias", alias) { _ = try await $0.getAlias("live", of: "f", within: budget) },
        .read("ListVersionsByFunction", #"{"NextMarker":null,"Versions":[\#(configuration)]}"#) {
            _ = try await $0.listVersions("f", within: budget)
        },
        .read("ListAliases", #"{"NextMarker":"","Aliases":[\#(alias)]}"#) {
            _ = try await $0.listAliases("f", within: budget)
        },
        .read(
            "ListProvisionedConcurrencyConfigs",
            #"{"ProvisionedConcurrencyConfigs":[{"FunctionArn":"arn:aws:lambda:eu-west-1:123456789012:function:f:live"}]}"#
        ) {
            _ = try await $0.listProvisionedQualifiers("f", within: budget)
        },
        .read("GetPolicy", #"{"Policy":"{}","RevisionId":"r"}"#) { lambda in
            guard let number = VersionNumber("7") else { return }
            _ = try await lambda.hasPolicy(number, of: "f", within: budget)
        },
        .read("GetFunctionUrlConfig", #"{"FunctionUrl":"https://u"}"#) { _ = try await $0.hasURL("f", within: budget) },
        .read("GetLayerVersionByArn", #"{"Version":1,"Content":{"CodeSize":1}}"#) {
            _ = try await $0.hasLayerVersion("a", within: budget)
        },
        .read("ListEventSourceMappings", #"{"NextMarker":null,"EventSourceMappings":[]}"#) { lambda in
            guard let number = VersionNumber("7") else { return }
            _ = try await lambda.hasEventSourceMapping(number, of: "f", within: budget)
        },
        .read(
            "ListFunctionEventInvokeConfigs",
            #"{"FunctionEventInvokeConfigs":[{"FunctionArn":"arn:aws:lambda:eu-west-1:123456789012:function:f:7"}]}"#
        ) {
            _ = try await $0.listEventInvokeQualifiers("f", within: budget)
        },
        .read("ListDurableExecutionsByFunction", #"{"DurableExecutions":[{"Status":"RUNNING"}]}"#) { lambda in
            guard let number = VersionNumber("7") else { return }
            _ = try await lambda.hasRunningExecution(number, of: "f", within: budget)
        },
        .read("GetProvisionedConcurrencyConfig", #"{"Status":"FAILED","StatusReason":"FUNCTION_ERROR"}"#) {
            _ = try await $0.getProvisionedConcurrency(of: "live", "f", within: budget)
        },
        .read("ListTags", #"{"Tags":{"team":"blue"}}"#) { _ = try await $0.listTags(functionArn: "a", within: budget) },
    ]

    private static let writes: [FuzzedOperation] = [
        .write("CreateFunction", configuration) {
            _ = try await $0.createFunction(
                "f", code: .image(uri: "i"), sourceKMSKeyArn: nil, members: [:], within: budget)
        },
        .write("UpdateFunctionCode", configuration) {
            _ = try await $0.updateFunctionCode(
                "f",
                FunctionCodeUpdate(
                    code: .s3(bucket: "b", key: "k", version: nil), architectures: nil, sourceKMSKeyArn: nil,
                    s3ObjectStorageMode: nil), revisionId: "r", within: budget)
        },
        .write("UpdateFunctionConfiguration", configuration) {
            _ = try await $0.updateFunctionConfiguration("f", members: [:], revisionId: "r", within: budget)
        },
        .write("PublishVersion", configuration) {
            _ = try await $0.publishVersion(
                "f", toLatestPublished: false, description: "d", codeSha256: "c", revisionId: "r", within: budget)
        },
        .write("CreateAlias", alias) {
            _ = try await $0.createAlias("live", of: "f", functionVersion: "7", description: "d", within: budget)
        },
        .write("UpdateAlias", alias) {
            _ = try await $0.updateAlias(
                "live", of: "f", functionVersion: "7", additionalVersionWeights: [:], description: "d", revisionId: "r",
                within: budget)
        },
        .write("DeleteFunction", "", isJSON: false) { lambda in
            guard let number = VersionNumber("7") else { return }
            try await lambda.deleteVersion(number, of: "f", within: budget)
        },
        .write("TagResource", "", isJSON: false) {
            try await $0.tagResource(functionArn: "a", tags: ["a": "b"], within: budget)
        },
        .write("UntagResource", "", isJSON: false) {
            try await $0.untagResource(functionArn: "a", keys: ["a"], within: budget)
        },
        .write("Invoke", #"{"statusCode":200}"#, isJSON: false) {
            _ = try await $0.invoke("f", qualifier: "7", payload: [], patience: budget, within: budget)
        },
    ]

    private static let address = S3Address(bucket: "b", key: "k", owner: nil)

    private static let elsewhere: [FuzzedOperation] = [
        FuzzedOperation("HeadObject", isWrite: false, isJSON: false, good: "") {
            _ = try await S3(client: $0.client(.s3)).headObject(address, version: nil, within: budget)
        },
        FuzzedOperation("GetObject", isWrite: false, isJSON: false, good: "12345") {
            let object = S3Object(versionId: nil, size: 5, eTag: "\"e\"", checksum: nil)
            _ = try await S3(client: $0.client(.s3)).sha256(of: object, at: address, within: budget)
        },
        FuzzedOperation(
            "BatchGetImage", isWrite: false,
            good: #"{"images":[{"imageId":{"imageDigest":"sha256:00ff","imageTag":"t"}}],"failures":[]}"#
        ) {
            _ = try await ECR(client: $0.client(.ecr)).image(
                tag: "t", repository: "r", registryId: "123456789012", within: budget)
        },
    ]
}
