import AWSCore
import Testing

@testable import Inputs

/// What `mode: permissions` prints: the least that the inputs need, and who may assume it.
@Suite struct PolicyTests {
    private static let role = "arn:aws:iam::123456789012:role/orders"

    private func policy(_ changes: [String: String?], region: String = "eu-central-1") throws -> Policy {
        let scope = PolicyScope(region: try Region(region, from: "aws-region"), account: "123456789012")
        return try GivenInputs(["mode": "permissions"].merging(changes) { _, new in new }).settings()
            .policy(for: "orders", in: scope)
    }

    private func actions(_ changes: [String: String?]) throws -> Set<String> {
        Set(try policy(changes).statements.flatMap(\.actions))
    }

    @Test func aDeploymentOfCodeAloneNeedsVeryLittle() throws {
        #expect(
            try actions(["publish": "false"]) == [
                "lambda:GetFunction", "lambda:GetFunctionConfiguration", "lambda:UpdateFunctionCode",
            ])
    }

    /// IAM has forms for its own special characters, so that a key with one of them opens no other.
    @Test func noCharacterOfAKeyStandsForOthers() throws {
        let policy = try policy(["s3-bucket": "builds", "s3-key": "a*?/${aws:username}$.zip"])
        let resources = policy.statements.first { $0.id == "PackageInS3" }?.resources
        #expect(resources == ["arn:aws:s3:::builds/a${*}${?}/${$}{aws:username}${$}.zip"])
    }

    @Test(
        arguments: [
            (["timeout": "9"], ["lambda:UpdateFunctionConfiguration"]),
            (["environment": #"{"AB":"c"}"#], ["lambda:UpdateFunctionConfiguration"]),
            (["smoke-test-payload": "{}"], ["lambda:InvokeFunction"]),
            (["tags": #"{"a":"b"}"#], ["lambda:ListTags", "lambda:TagResource", "lambda:UntagResource"]),
            (
                ["alias": "live"],
                [
                    "lambda:GetAlias", "lambda:CreateAlias", "lambda:UpdateAlias", "lambda:InvokeFunction",
                    "lambda:GetProvisionedConcurrencyConfig", "lambda:GetPolicy", "lambda:GetFunctionUrlConfig",
                    "lambda:ListEventSourceMappings",
                ]
            ),
            (
                ["role": role, "runtime": "python3.12", "handler": "app.handler"],
                ["lambda:CreateFunction", "iam:PassRole", "lambda:UpdateFunctionConfiguration"]
            ),
            (["layers": "arn:aws:lambda:eu-central-1:123456789012:layer:a:1"], ["lambda:GetLayerVersion", config]),
            (
                ["vpc-config": #"{"SubnetIds":["subnet-1"],"SecurityGroupIds":["sg-1"]}"#],
                ["ec2:DescribeSecurityGroups", "ec2:DescribeSubnets", "ec2:DescribeVpcs", config]
            ),
            (
                ["kms-key-arn": "arn:aws:kms:eu-central-1:123456789012:key/1"],
                ["kms:CreateGrant", "kms:Decrypt", "kms:Encrypt", config]
            ),
            (
                ["source-kms-key-arn": "arn:aws:kms:eu-central-1:123456789012:key/1"],
                ["kms:Decrypt", "kms:GenerateDataKey"]
            ),
            (
                ["s3-bucket": "builds"],
                [
                    "s3:GetObject", "s3:GetObjectVersion", "s3:PutObject", "s3:AbortMultipartUpload",
                    "s3:ListMultipartUploadParts", "s3:ListBucket",
                ]
            ),
            (["zip-file": nil, "s3-bucket": "builds", "s3-key": "1.zip"], ["s3:GetObject", "s3:GetObjectVersion"]),
            (
                ["zip-file": nil, "image-uri": "123456789012.dkr.ecr.eu-central-1.amazonaws.com/a/b:1"],
                ["ecr:BatchGetImage", "ecr:GetDownloadUrlForLayer", "ecr:GetRepositoryPolicy"]
            ),
        ] as [([String: String?], Set<String>)])
    func eachInputAddsWhatItNeedsAndNoMore(inputs: [String: String?], added: Set<String>) throws {
        let plain = try actions(["publish": "false"])
        let published: Set = ["lambda:PublishVersion", "lambda:ListVersionsByFunction"]
        let with = try actions(inputs.merging(inputs["alias"] == nil ? ["publish": "false"] : [:]) { one, _ in one })
        #expect(with.subtracting(plain) == added.union(inputs["alias"] == nil ? [] : published))
    }

    private static let config = "lambda:UpdateFunctionConfiguration"

    @Test func theResourcesAreNamed() throws {
        func resources(_ id: String, _ inputs: [String: String?]) throws -> [String] {
            try policy(inputs).statements.first { $0.id == id }?.resources ?? []
        }
        #expect(
            try resources("Look", [:]) == [
                "arn:aws:lambda:eu-central-1:123456789012:function:orders",
                "arn:aws:lambda:eu-central-1:123456789012:function:orders:*",
            ])
        #expect(try resources("UploadToS3", ["s3-bucket": "builds"]) == ["arn:aws:s3:::builds/lockstep/orders/*"])
        #expect(
            try resources("UploadToS3", ["s3-bucket": "builds", "s3-key": "k.zip"]) == ["arn:aws:s3:::builds/k.zip"])
        #expect(
            try resources("ContainerImage", ["zip-file": nil, "image-uri": Self.image + "/a/b:1"])
                == ["arn:aws:ecr:eu-central-1:999999999999:repository/a/b"])
        #expect(
            try resources("ContainerImage", ["zip-file": nil, "image-uri": "\(Self.image)/b@sha256:\(Self.hex)"])
                == ["arn:aws:ecr:eu-central-1:999999999999:repository/b"])
        let alias = try policy(["kms-key-arn": "arn:aws:kms:eu-central-1:123456789012:alias/a"]).statements.last
        #expect(alias?.resources == ["arn:aws:kms:eu-central-1:123456789012:key/*"])
        #expect(alias?.condition?.text == #"{"ForAnyValue:StringEquals":{"kms:ResourceAliases":"alias/a"}}"#)
        let china = try policy([:], region: "cn-north-1").statements.first?.resources.first
        #expect(china == "arn:aws-cn:lambda:cn-north-1:123456789012:function:orders")
    }

    private static let image = "999999999999.dkr.ecr.eu-central-1.amazonaws.com"
    private static let hex = String(repeating: "a", count: 64)

    @Test func goingBackNeedsLittle() throws {
        let inputs: [String: String?] = ["zip-file": nil, "alias": "live"]
        let moving: Set = [
            "lambda:GetFunction", "lambda:GetAlias", "lambda:UpdateAlias", "lambda:GetProvisionedConcurrencyConfig",
            "lambda:InvokeFunction",
        ]
        #expect(try actions(inputs.merging(["rollback-to": "7"]) { one, _ in one }) == moving)
        #expect(
            try actions(inputs.merging(["rollback-to": "previous"]) { one, _ in one })
                == moving.union(["lambda:ListVersionsByFunction"]))
    }

    @Test func onlyWhatHasNoResourcesIsAllowedOnAll() throws {
        let everything: [String: String?] = [
            "alias": "live", "keep-versions": "5", "traffic": "10% 1m", "alarms": "errors", "s3-bucket": "builds",
            "tags": #"{"a":"b"}"#, "role": Self.role, "vpc-config": #"{"SubnetIds":["s"],"SecurityGroupIds":["g"]}"#,
        ]
        let wide = try policy(everything).statements.filter { $0.resources.contains("*") }.flatMap(\.actions)
        #expect(
            wide == [
                "cloudwatch:DescribeAlarms", "lambda:ListEventSourceMappings", "ec2:DescribeSecurityGroups",
                "ec2:DescribeSubnets", "ec2:DescribeVpcs",
            ])
    }

    @Test func aPlanMayChangeNothing() throws {
        let plan = try policy(["alias": "live", "keep-versions": "5", "s3-bucket": "builds", "timeout": "9"]).ofPlan
        let actions = plan.map { $0.statements.flatMap(\.actions) } ?? []
        let verbs = actions.map { $0.drop { $0 != ":" }.dropFirst() }
        #expect(!verbs.isEmpty && verbs.allSatisfy { $0.hasPrefix("Get") || $0.hasPrefix("List") })
    }

    @Test func itIsWrittenAsIAMTakesIt() throws {
        let policy = Policy(statements: [
            PolicyStatement("A", ["a:B"], on: ["*"]),
            PolicyStatement("C", ["c:D", "c:E"], on: ["x"], if: .object(["F": .object(["g": .string("h\"")])])),
        ])
        let read = try #require(JSONValue(parsing: Array(policy.text.utf8)))
        #expect(read["Version"]?.string == "2012-10-17" && read["Statement"]?.array?.count == 2)
        #expect(policy.text.contains(#""Action": ["c:D", "c:E"],"#))
        #expect(policy.statements[0].text == #"{"Sid": "A", "Effect": "Allow", "Action": "a:B", "Resource": "*"}"#)
    }
}

/// Whose tokens a role has to trust.
@Suite struct TokenSubjectTests {
    private static let job = [
        "GITHUB_REPOSITORY": "acme/shop", "GITHUB_REPOSITORY_ID": "42", "GITHUB_REPOSITORY_OWNER_ID": "7",
        "GITHUB_REF": "refs/heads/main", "GITHUB_SERVER_URL": "https://github.com",
    ]

    @Test func bothFormsAreTold() {
        let subjects = TokenSubjects(Self.job, audience: "sts.amazonaws.com")
        #expect(subjects.subjects == ["repo:acme/shop:ref:refs/heads/main", "repo:acme@7/shop@42:ref:refs/heads/main"])
        #expect(subjects.issuer == "token.actions.githubusercontent.com" && subjects.isOfWorkflow)
    }

    @Test func aPullRequestIsNoBranch() {
        var job = Self.job
        job["GITHUB_EVENT_NAME"] = "pull_request"
        job["GITHUB_REF"] = "refs/pull/1/merge"
        let subjects = TokenSubjects(job, audience: "sts.amazonaws.com")
        #expect(subjects.subjects.first == "repo:acme/shop:pull_request" && subjects.isOfPullRequests)
    }

    @Test func aServerOfSomebodysOwnSignsItself() {
        var job = Self.job
        job["GITHUB_SERVER_URL"] = "https://git.acme.example"
        #expect(TokenSubjects(job, audience: "sts.amazonaws.com").issuer == "git.acme.example/_services/token")
        #expect(
            TokenSubjects(job, audience: "sts.amazonaws.com").subjects == ["repo:acme/shop:ref:refs/heads/main"],
            "it never sends IDs")
        job["GITHUB_SERVER_URL"] = "https://acme.ghe.com"
        #expect(
            TokenSubjects(job, audience: "sts.amazonaws.com").issuer == "token.actions.acme.ghe.com"
                && TokenSubjects(job, audience: "sts.amazonaws.com").subjects.count == 2)
    }

    @Test func elsewhereNamesStandIn() {
        let subjects = TokenSubjects([:], audience: "other")
        #expect(subjects.subjects.first == "repo:OWNER/REPOSITORY:ref:refs/heads/main" && !subjects.isOfWorkflow)
        #expect(subjects.subjects.last == "repo:OWNER@OWNER_ID/REPOSITORY@REPOSITORY_ID:ref:refs/heads/main")
    }

    @Test func aTrustPolicyNamesProviderAudienceAndSubjects() throws {
        let trust = TrustPolicy(
            partition: "aws", account: "123456789012", issuer: "token.actions.githubusercontent.com",
            audience: "sts.amazonaws.com", subjects: ["repo:a/b:pull_request"])
        let statement = try #require(JSONValue(parsing: Array(trust.text.utf8)))["Statement"]?.array?.first
        #expect(
            statement?["Principal"]?["Federated"]?.string
                == "arn:aws:iam::123456789012:oidc-provider/token.actions.githubusercontent.com")
        let equals = statement?["Condition"]?["StringEquals"]
        #expect(equals?["token.actions.githubusercontent.com:aud"]?.string == "sts.amazonaws.com")
        #expect(equals?["token.actions.githubusercontent.com:sub"]?.array == [.string("repo:a/b:pull_request")])
    }
}
