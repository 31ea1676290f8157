import AWSCore
import FoundationEssentials
import Testing

@testable import Identity

/// By botocore's names.
private let places: [(method: String, key: String, isOf: @Sendable (String) -> Bool)] = [
    ("env", "ENV", { $0 == EnvironmentKeys.name }), ("assume-role", "ROLE-BY-", { $0.hasSuffix(", role_arn") }),
    ("assume-role-with-web-identity", "ROLE-BY-TOKEN", { $0 == "AWS_WEB_IDENTITY_TOKEN_FILE" }),
    ("sso", "SIGNED-IN", { $0.hasSuffix("IAM Identity Center") }),
    ("shared-credentials-file", "FILE", { $0.hasSuffix("keys in the credentials file") }),
    ("custom-process", "PROCESS", { $0.hasSuffix("credential_process") }),
    ("config-file", "FILE", { $0.hasSuffix("keys in the config file") }),
    ("container-role", "CONTAINER", { $0.hasPrefix("AWS_CONTAINER_CREDENTIALS") }),
    ("iam-role", "INSTANCE", { $0 == "EC2 instance metadata" }),
]

/// What botocore finds first, of each place and each pair of places, is found first here.
@Test func thePlacesAreLookedAtInBotocoresOrder() async throws {
    var url = URL(filePath: #filePath)
    while url.lastPathComponent != "Tests" { url.deleteLastPathComponent() }
    let file = try Data(contentsOf: url.appending(path: "Oracles/credentials-order.json"))
    let cases = try #require(JSONValue(parsing: Array(file))?.array)
    #expect(cases.count == 45)
    for example in cases {
        var bench = ChainBench()
        bench.environment = (example["environment"]?.object ?? [:]).compactMapValues(\.string)
        bench.environment["HOME"] = "/me"
        bench.files = [
            "/me/.aws/config": example["config"]?.string ?? "",
            "/me/.aws/credentials": example["credentials"]?.string ?? "", "token": ChainBench.token,
        ]
        bench.programs = [
            "keys-of-process": ChainBench.keys("PROCESS"),
            "aws configure export-credentials --format process --profile default": ChainBench.keys("SIGNED-IN"),
        ]
        bench.answers["GET http://169.254.170.2/keys"] = .init(ChainBench.keys("CONTAINER"))
        if example["places"]?.array?.contains(.string("iam-role")) == true { bench.answers.merge(instance) { $1 } }
        let place = try #require(places.first { .string($0.method) == example["method"] })
        let (key, step) = try await bench.found()
        #expect(place.isOf(step) && key.hasPrefix(place.key), "\(example.text): \(key) of \(step)")
    }
}

let instance: [String: Near.Answer] = {
    let token = HTTPHeaders.Field(name: "X-aws-ec2-metadata-token", value: "the-token")
    let roles = "GET http://169.254.169.254/latest/meta-data/iam/security-credentials/"
    return [
        "PUT http://169.254.169.254/latest/api/token": .init(
            "the-token", header: .init(name: "X-aws-ec2-metadata-token-ttl-seconds", value: "21600")),
        roles: .init("my-role\n", header: token),
        roles + "my-role": .init(ChainBench.keys("INSTANCE"), header: token),
    ]
}()
