import AWSCore
import AWSServices
import HTTP
import Synchronization
import Testing

private let arn = "arn:aws:lambda:eu-west-1:123456789012:function:my-function"
private let layer = "arn:aws:lambda:eu-west-1:123456789012:layer:libraries:3"
private let zip = HTTPBody.bytes((0..<768).map { UInt8($0 % 256) })
private let environment: JSONValue = .object([
    "Variables": .object([
        "NAME": .string("a \"quoted\" ä 日本語 🚀 \\ / line\nend\ttab\u{1}"), "EMPTY": .string(""),
    ])
])
private let role: JSONValue = .string("arn:aws:iam::123456789012:role/r")

private func update(_ code: FunctionCode, architectures: [String]? = nil) -> FunctionCodeUpdate {
    FunctionCodeUpdate(
        code: code, architectures: architectures, sourceKMSKeyArn: nil, s3ObjectStorageMode: nil)
}

private var seven: VersionNumber {
    get throws { try #require(VersionNumber("7")) }
}

/// Each case of Tests/Oracles/make-lambda-requests.py, asked of our client.
private let calls: [String: @Sendable (Lambda) async throws -> Void] = [
    "getFunction": { _ = try await $0.getFunction("my-function", qualifier: nil, within: budget) },
    "getFunctionQualified": { _ = try await $0.getFunction(arn, qualifier: "$LATEST", within: budget) },
    "getAlias": { _ = try await $0.getAlias("live", of: arn, within: budget) },
    "listVersions": { _ = try await $0.listVersions("my-function", within: budget) },
    "listAliases": { _ = try await $0.listAliases("my-function", within: budget) },
    "getPolicy": { _ = try await $0.hasPolicy(try seven, of: arn, within: budget) },
    "listEventSourceMappings": { _ = try await $0.hasEventSourceMapping(try seven, of: "my-function", within: budget) },
    "getPolicyOfFunction": { _ = try await $0.invokingServices(of: "my-function", within: budget) },
    "getFunctionUrlConfig": { _ = try await $0.hasURL("my-function", within: budget) },
    "getLayerVersionByArn": { _ = try await $0.hasLayerVersion(layer, within: budget) },
    "listFunctionEventInvokeConfigs": { _ = try await $0.listEventInvokeQualifiers("my-function", within: budget) },
    "listDurableExecutionsByFunction": {
        _ = try await $0.hasRunningExecution(try seven, of: "my-function", within: budget)
    },
    "listProvisionedConcurrencyConfigs": { _ = try await $0.listProvisionedQualifiers("my-function", within: budget) },
    "getProvisionedConcurrencyConfig": {
        _ = try await $0.getProvisionedConcurrency(of: "live", "my-function", within: budget)
    },
    "deleteVersion": {
        try await $0.deleteVersion(try seven, of: "my-function", within: budget)
    },
    "listTags": { _ = try await $0.listTags(functionArn: arn, within: budget) },
    "createFunctionZip": {
        _ = try await $0.createFunction(
            "my-function", code: .zip(zip), sourceKMSKeyArn: "arn:aws:kms:eu-west-1:123456789012:key/k",
            members: [
                "Role": role, "Runtime": .string("nodejs22.x"), "Handler": .string("index.handler"),
                "Environment": environment, "MemorySize": .integer(512), "Tags": .object(["a b": .string("c/d")]),
            ], within: budget)
    },
    "createFunctionImage": {
        _ = try await $0.createFunction(
            "my-function", code: .image(uri: "123456789012.dkr.ecr.eu-west-1.amazonaws.com/repo:tag"),
            sourceKMSKeyArn: nil, members: ["Role": role, "PackageType": .string("Image")], within: budget)
    },
    "updateFunctionCodeZip": {
        _ = try await $0.updateFunctionCode(
            arn, update(.zip(zip), architectures: ["arm64"]), revisionId: "r-1", within: budget)
    },
    "updateFunctionCodeZipAlone": {
        _ = try await $0.updateFunctionCode(
            "my-function", update(.zip(HTTPBody.bytes([0, 1, 2, 3, 4]))), revisionId: nil, within: budget)
    },
    "updateFunctionCodeDryRun": {
        try await $0.tryFunctionCode("my-function", update(.image(uri: "i")), within: budget)
    },
    "updateFunctionCodeS3": {
        _ = try await $0.updateFunctionCode(
            "my-function", update(.s3(bucket: "my-bucket", key: "a/ä.zip", version: "v")), revisionId: "r-1",
            within: budget)
    },
    "updateFunctionConfiguration": {
        _ = try await $0.updateFunctionConfiguration(
            "my-function",
            members: [
                "Environment": environment, "Timeout": .integer(30), "Layers": .array([]),
                "VpcConfig": .object([
                    "SubnetIds": .array([.string("subnet-1")]), "SecurityGroupIds": .array([]),
                    "Ipv6AllowedForDualStack": .bool(false),
                ]),
            ], revisionId: "r-1", within: budget)
    },
    "publishVersion": {
        _ = try await $0.publishVersion(
            "my-function", toLatestPublished: false, description: "main | abc", codeSha256: "abc=", revisionId: "r-1",
            within: budget)
    },
    "createAlias": {
        _ = try await $0.createAlias(
            "live", of: "my-function", functionVersion: "3", description: "[lockstep 3]", within: budget)
    },
    "updateAlias": {
        _ = try await $0.updateAlias(
            "live", of: "my-function", functionVersion: "3", additionalVersionWeights: [:],
            description: "ours [lockstep 3 after 2]", revisionId: "r-1", within: budget)
    },
    "updateAliasWeighted": {
        _ = try await $0.updateAlias(
            "live", of: "my-function", functionVersion: "3", additionalVersionWeights: ["4": 0.1], description: nil,
            revisionId: nil, within: budget)
    },
    "invoke": {
        _ = try await $0.invoke(
            "my-function", qualifier: "$LATEST", payload: Array(#"{"ping":true}"#.utf8), patience: budget,
            within: budget)
    },
    "tagResource": {
        try await $0.tagResource(functionArn: arn, tags: ["team": "a/b", "ä": ""], within: budget)
    },
    "untagResource": {
        try await $0.untagResource(functionArn: arn, keys: ["team", "ä b"], within: budget)
    },
]

@Test func everyCaseOfTheOracleIsOneOfOurs() throws {
    let cases = try #require(try oracle("lambda-requests.json").object)
    #expect(Set(cases.keys) == Set(calls.keys))
}

@Test(arguments: calls.keys.sorted())
func aRequestIsWrittenAsBotocoreWritesIt(_ name: String) async throws {
    let expected = try #require(try oracle("lambda-requests.json")[name])
    let query = expected["query"]?.string ?? ""
    let line = [expected["method"]?.string, " ", expected["path"]?.string, query.isEmpty ? "" : "?\(query)"]
    let bench = LambdaBench([.init(line.compactMap { $0 }.joined(), 200, anyAnswer)])
    try await calls[name]?(bench.lambda())

    let request = try #require(bench.requests.first)
    let body = Array(try request.text.utf8)
    let expectedBody = Array(try #require(expected["body"]?.string).utf8)
    #expect(body.isEmpty == expectedBody.isEmpty)
    #expect(JSONValue(parsing: body) == JSONValue(parsing: expectedBody))
    for (header, value) in expected["headers"]?.object ?? [:] {
        #expect(request.headers[header] == value.string)
    }
}

/// Enough for every operation to be content.
private let anyAnswer =
    #"{"Configuration":{},"Name":"live","FunctionVersion":"3","Versions":[],"Aliases":[],"ProvisionedConcurrencyConfigs":[],"#
    + #""EventSourceMappings":[],"FunctionEventInvokeConfigs":[],"DurableExecutions":[],"Status":"READY"}"#

private let bodies: [(String, String)] = [
    ("updateFunctionCodeZipAlone", #"{"ZipFile":"AAECAwQ="}"#),
    (
        "updateFunctionCodeS3",
        #"{"RevisionId":"r-1","S3Bucket":"my-bucket","S3Key":"a/ä.zip","S3ObjectVersion":"v"}"#
    ),
    (
        "createFunctionImage",
        #"{"Code":{"ImageUri":"123456789012.dkr.ecr.eu-west-1.amazonaws.com/repo:tag"},"#
            + #""FunctionName":"my-function","PackageType":"Image","Role":"arn:aws:iam::123456789012:role/r"}"#
    ),
    ("publishVersion", #"{"CodeSha256":"abc=","Description":"main | abc","RevisionId":"r-1"}"#),
    ("createAlias", #"{"Description":"[lockstep 3]","FunctionVersion":"3","Name":"live"}"#),
    (
        "updateAlias",
        #"{"Description":"ours [lockstep 3 after 2]","FunctionVersion":"3","RevisionId":"r-1","#
            + #""RoutingConfig":{"AdditionalVersionWeights":{}}}"#
    ),
    ("updateAliasWeighted", #"{"FunctionVersion":"3","RoutingConfig":{"AdditionalVersionWeights":{"4":0.1}}}"#),
    ("tagResource", #"{"Tags":{"team":"a/b","ä":""}}"#),
]

@Test(arguments: bodies)
func aBodyIsTheSameToTheByteEveryTime(_ name: String, _ body: String) async throws {
    let recorder = Recorder()
    try await calls[name]?(recorder.lambda())
    #expect(try recorder.request?.text == body)
}

/// Takes whatever comes.
private final class Recorder: HTTPTransport {
    private let seen = Mutex<HTTPRequest?>(nil)

    var request: HTTPRequest? { seen.withLock { $0 } }

    func send(_ request: HTTPRequest) async throws(HTTPFailure) -> HTTPResponse {
        seen.withLock { $0 = request }
        return HTTPResponse(status: 200, headers: HTTPHeaders([]), body: Array(anyAnswer.utf8))
    }

    func lambda() throws -> Lambda {
        Lambda(client: try benchClient(over: self, .lambda, FixedClock()))
    }
}
