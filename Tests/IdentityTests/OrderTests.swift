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
    ("login", "SIGNED-IN", { $0.hasSuffix("login_session") }),
    ("custom-process", "PROCESS", { $0.hasSuffix("credential_process") }),
    ("config-file", "FILE", { $0.hasSuffix("keys in the config file") }),
    ("container-role", "RELATIVE", { $0 == "AWS_CONTAINER_CREDENTIALS_RELATIVE_URI" }),
    ("iam-role", "INSTANCE", { $0 == "EC2 instance metadata" }),
]

/// What botocore finds first, of each place and each pair of places, is found first here.
@Test func thePlacesAreLookedAtInBotocoresOrder() async throws {
    let cases = try botocoresAnswers().filter { $0["places"] != nil }
    #expect(cases.count == 55)
    for example in cases {
        var bench = bench(of: example)
        if example["places"]?.array?.contains(.string("iam-role")) == true { bench.answers.merge(instance) { $1 } }
        let place = try #require(places.first { .string($0.method) == example["method"] })
        let (key, step) = try await bench.found()
        #expect(place.isOf(step) && key.hasPrefix(place.key), "\(example.text): \(key) of \(step)")
    }
}

/// Half of something is given, or two of a kind.
@Test func oddSettingsAreTakenAsBotocoreTakesThem() async throws {
    let cases = try botocoresAnswers().filter { $0["oddity"] != nil }
    #expect(cases.count == 11)
    for example in cases {
        let bench = bench(of: example)
        guard let key = example["key"]?.string else {
            guard case .notToBeHad? = await bench.failure() else {
                Issue.record("\(example.text) passes")
                continue
            }
            continue
        }
        #expect(try await bench.found().key == key, "\(example.text)")
    }
}

private func botocoresAnswers() throws -> [JSONValue] {
    var url = URL(filePath: #filePath)
    while url.lastPathComponent != "Tests" { url.deleteLastPathComponent() }
    let file = try Data(contentsOf: url.appending(path: "Oracles/credentials-order.json"))
    return try #require(JSONValue(parsing: Array(file))?.array)
}

private func bench(of example: JSONValue) -> ChainBench {
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
    bench.answers["GET http://169.254.170.2/keys"] = .init(ChainBench.keys("RELATIVE"))
    bench.answers["GET http://127.0.0.1/keys"] = .init(ChainBench.keys("FULL"))
    return bench
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
