import Testing

@testable import Inputs

/// Every check, by what it refuses.
@Suite struct InputProblemTests {
    typealias Wrong = (input: String, value: String, told: String)

    @Test(arguments: Rounds.of(everything, by: { $0.input }))
    func wrongValuesAreRefusedUnderTheirNamesAllAtOnce(round: [Wrong]) {
        let given = Dictionary(uniqueKeysWithValues: round.map { ($0.input, Optional($0.value)) })
        let problems = GivenInputs(given).problems
        #expect(problems.count == round.count, "\(problems)")
        for wrong in round {
            let told = problems.filter { $0.input == wrong.input }.map(\.message)
            #expect(told.count == 1 && told[0].contains(wrong.told), "\(wrong) is told as \(told)")
        }
    }

    private static let everything =
        whatIsToBeDone + thePackage + plainConfiguration + configurationInJSON + variablesAndTags

    @Test(
        arguments: [
            ("my function", "letters, digits, - and _"),
            ("fn:live", "must not name a version or alias (\"live\"): give the function alone"),
            ("fn:$LATEST", "must not name a version"),
            ("arn:aws:lambda:eu-central-1:123456789012:function:fn:3", "must not name a version or alias (\"3\")"),
            ("arn:aws:lambda:eu-central-1:123456789012:layer:fn", "must be an ARN such as"),
            ("arn:aws:lambda:eu-central-1:1234:function:fn", "must be an ARN such as"),
            ("arn:aws:s3:::bucket", "must be an ARN such as"),
            ("fn:", "letters, digits, - and _"),
            ("a:b:c", "letters, digits, - and _"),
            (String(repeating: "f", count: 65), "not be longer than 64 characters"),
        ] as [(String, String)])
    func aWrongFunctionNameIsRefused(name: String, told: String) throws {
        let complaint = #expect(throws: Complaint.self) { try FunctionName(input: name) }
        #expect(try #require(complaint?.reasons.first).contains(told))
    }

    @Test(arguments: [
        "arn:aws:lambda:us-east-1:123456789012:function:fn", "us-east-1:123456789012:function:fn",
    ])
    func aFunctionInAnotherRegionIsRefused(name: String) {
        let problems = GivenInputs(["function-name": name]).problems
        #expect(problems.map(\.input) == ["function-name"])
        let told = "is in us-east-1, but the Region is eu-central-1 (from aws-region)"
        #expect(problems.first?.message.contains(told) == true)
    }

    @Test func aLayerOfAnotherRegionIsRefused() {
        let layers = ["eu-central-1", "us-east-1"].map { "arn:aws:lambda:\($0):123456789012:layer:x:1" }
        let problems = GivenInputs(["layers": layers.joined(separator: ",")]).problems
        #expect(problems.map(\.input) == ["layers"])
        #expect(problems.first?.message.contains("of us-east-1, but a function takes layers") == true, "\(problems)")
    }

    @Test func everythingThatIsWrongIsToldAtOnce() {
        let problems = GivenInputs([
            "function-name": nil, "mode": "test", "s3-bucket": "b", "memory-size": "1",
            "vpc-config": #"{"A":1,"B":2}"#, "environment": "x", "alias": "1", "aws-region": nil,
        ]).problems
        #expect(
            problems.map(\.input) == [
                "function-name", "mode", "s3-bucket", "memory-size", "vpc-config", "vpc-config",
                "environment", "alias", "aws-region",
            ])
    }

    @Test(arguments: ["vpc-config", "environment", "tags"])
    func ofVeryManyMistakesTheFirstAreToldAndTheRestCounted(input: String) {
        let text = "{" + (1...3_000).map { "\"1k\($0)\":[]" }.joined(separator: ",") + "}"
        let told = GivenInputs([input: text]).problems.map(\.message)
        #expect(told.count == 11 && told.last?.contains("has 2990 more mistakes") == true, "\(told)")
    }

    @Test func everyProblemIsOfAnInputThatThereIs() {
        let nonsense = Dictionary(uniqueKeysWithValues: ActionInputs.names.map { ($0, Optional("{ x")) })
        let problems = GivenInputs(nonsense).problems
        #expect(problems.count > 30)
        #expect(Set(problems.map(\.input)).isSubset(of: ActionInputs.names))
    }
}

extension InputProblemTests {
    fileprivate static let whatIsToBeDone: [Wrong] = [
        ("mode", "undo", "must be deploy, plan, rollback, package, permissions or status"),
        ("dry-run", "yes", "must be true or false, not \"yes\""),
        ("create", "1", "must be true or false"),
        ("publish", "tRue", "must be true or false"),
        ("summary", "never", "must be true or false"),
        ("revision-id", "a b", "without white space"),
        ("alias", "123", "not of digits only"),
        ("alias", "$LATEST", "a name of at most 128"),
        ("alias", String(repeating: "a", count: 129), "a name of at most 128"),
        ("alias", "lix\u{301}e", "a name of at most 128"),
        ("smoke-test-payload", "{a:1}", "line 1, column 2"),
        ("smoke-test-expect", "ok", "line 1, column 1"),
        ("on-conflict", "ignore", "must be retry or fail"),
        ("max-retries", "-1", "a whole number from 0 to 100"),
        ("max-retries", "101", "from 0 to 100"),
        ("wait-timeout", "0", "from 1 to 86400"),
        ("wait-timeout", "86401", "from 1 to 86400"),
        ("wait-timeout", "1441m", "such as 300, 300s or 5m"),
        ("wait-timeout", "5h", "such as 300, 300s or 5m"),
        ("wait-timeout", "m", "such as 300, 300s or 5m"),
        ("on-wait-timeout", "continue", "must be fail or attempt"),
        ("on-failure", "undo", "must be auto, restore or keep"),
        ("aws-region", "Frankfurt", "such as eu-central-1"),
        ("aws-region", "eu-central-1\u{301}", "Did you mean eu-central-1?"),
        ("aws-region", "eu-central-1.evil.example/", "such as eu-central-1"),
    ]

    fileprivate static let thePackage: [Wrong] = [
        ("package-type", "zip", "must be Zip or Image"),
        ("package-type", "Image", "the package given is of the type Zip"),
        ("architectures", "arm", "must be x86_64 or arm64"),
        ("architectures", "arm64,x86_64", "one of them"),
        ("architectures", #"["arm64","x86_64"]"#, "one of them"),
        ("architectures", "[arm64]", "line 1, column 2"),
        ("source-kms-key-arn", "key/1", "the ARN of a KMS key"),
    ]

    fileprivate static let plainConfiguration: [Wrong] = [
        ("role", "arn:aws:iam::12345678901:role/x", "the ARN of a role"),
        ("role", "lambda-role", "such as arn:aws:iam::123456789012:role/name"),
        ("handler", "index handler", "without white space"),
        ("handler", String(repeating: "h", count: 129), "at most 128"),
        ("runtime", "nodejs 22", "without white space"),
        ("function-description", String(repeating: "d", count: 257), "at most 256 characters"),
        ("memory-size", "64", "a whole number of MB from 128, not \"64\""),
        ("memory-size", "2147483648", "from 128, not"),
        ("memory-size", "256.0", "write 256, with digits only"),
        ("memory-size", "1.5E+3", "write 1500, with digits only"),
        ("memory-size", "256MB", "a whole number of MB"),
        ("memory-size", "+256", "write 256"),
        ("memory-size", "٢٥٦", "a whole number"),
        ("memory-size", "99999999999999999999", "a whole number"),
        ("timeout", "0", "from 1, not"),
        ("ephemeral-storage", "511", "from 512, not"),
        ("layers", "arn:aws:lambda:eu-central-1:123456789012:layer:x", "a layer's version"),
        ("layers", "arn:aws:lambda:::awslayer:", "a layer's version"),
        ("layers", "arn:aws:lambda:eu-central-1:123456789012:awslayer:x", "a layer's version"),
        ("layers", "[1]", "each of the value must be a text, not a number"),
        ("kms-key-arn", "arn:aws:s3:::bucket", "the ARN of a KMS key"),
        ("code-signing-config-arn", "csc", "the ARN of a code signing configuration"),
    ]

    fileprivate static let configurationInJSON: [Wrong] = [
        (
            "vpc-config", #"{"SubnetIds":"subnet-1"}"#,
            "line 1, column 14: SubnetIds must be a list, not a text"
        ),
        ("vpc-config", #"{"SubnetIds":[1]}"#, "line 1, column 15: each of SubnetIds must be a text, not a number"),
        (
            "vpc-config", #"{"SubnetIDs":[]}"#,
            "\"SubnetIDs\" is not known here; known: SubnetIds, SecurityGroupIds, Ipv6Allowed"
        ),
        ("vpc-config", #"{"Ipv6AllowedForDualStack":"true"}"#, "must be true or false, not a text"),
        (
            "vpc-config", #"{"SubnetIds":["subnet-1"]}"#,
            "line 1, column 1: the value has SubnetIds, but SecurityGroupIds is missing: subnets and security groups"
        ),
        ("vpc-config", #"{"SecurityGroupIds":[]}"#, "has SecurityGroupIds, but SubnetIds is missing"),
        ("vpc-config", #"{"SubnetIds":["a"],"SecurityGroupIds":[]}"#, "has SubnetIds, but SecurityGroupIds is empty"),
        ("vpc-config", #"{"SubnetIds":[],"SecurityGroupIds":["a"]}"#, "has SecurityGroupIds, but SubnetIds is empty"),
        (
            "vpc-config", #"{"SubnetIds":[],"SecurityGroupIds":[],"Ipv6AllowedForDualStack":true}"#,
            "has Ipv6AllowedForDualStack, but no subnets"
        ),
        ("vpc-config", "[]", "the value must be an object, not a list"),
        ("vpc-config", "subnet-1", "expected JSON such as {\"SubnetIds\""),
        ("file-system-configs", #"[{"Arn":"arn:aws:elasticfilesystem:x:1:y"}]"#, "LocalMountPath is missing"),
        ("file-system-configs", #"[{"Arn":"x","LocalMountPath":"/mnt/a"}]"#, "Arn must be the ARN of an EFS"),
        (
            "file-system-configs", #"[{"Arn":"arn:aws:elasticfilesystem:e:1:a","LocalMountPath":"/tmp"}]"#,
            "a path such as /mnt/data"
        ),
        ("dead-letter-config", #"{"TargetArn":"queue"}"#, "the ARN of a queue or topic"),
        ("tracing-config", #"{"Mode":"On"}"#, "Mode must be Active or PassThrough"),
        ("tracing-config", "{}", "Mode is missing"),
        ("tracing-config", "Active", "line 1, column 1"),
        ("snap-start", #"{"ApplyOn":true}"#, "PublishedVersions or None, not true or false"),
        ("logging-config", #"{"LogFormat":"json"}"#, "must be JSON or Text"),
        ("logging-config", #"{"LogGroup":"a b"}"#, "a log group's name"),
        (
            "file-system-configs",
            #"[{"Arn":"arn:aws:s3files:e:1:a","LocalMountPath":"/mnt/a","S3FilesConfig":{"DirectS3Read":"ON"}}]"#,
            "DirectS3Read must be ENABLED, DISABLED or AUTO"
        ),
        ("durable-config", #"{"RetentionPeriodInDays":0}"#, "a whole number from 1"),
        ("durable-config", #"{"ExecutionTimeout":1.5}"#, "a whole number from 1"),
        ("durable-config", #"{"KMSKeyArn":"key/1"}"#, "the ARN of a KMS key"),
        ("image-config", #"{"Command":["a"]}"#, "is for container images"),
    ]

    fileprivate static let variablesAndTags: [Wrong] = [
        ("tags", #"{"aws:x":"1"}"#, "must not begin with aws:"),
        ("tags", #"{"":"1"}"#, "1 to 128 characters"),
        ("tags", "{\"a\":\"\(String(repeating: "v", count: 257))\"}", "at most 256 characters"),
        ("tags", "{" + (1...51).map { "\"k\($0)\":\"\"" }.joined(separator: ",") + "}", "at most 50 tags, not 51"),
        ("tags", #"{"a":null}"#, "\"a\" must be a text, not null"),
        ("tags", #"{"a":"1","a":"2"}"#, "line 1, column 10: the name \"a\" is there a second time"),
        ("tags", "team=blue", "a JSON object such as {\"NAME\":\"value\"}"),
        ("environment", "NAME=value", "a JSON object such as {\"NAME\":\"value\"}"),
        ("environment", #"["A=b"]"#, "must be a JSON object such as {\"NAME\":\"value\"}, not a list"),
        ("environment", #"{"A1":{"b":"c"}}"#, "line 1, column 7: \"A1\" must be a text, not an object"),
        ("environment", #"{"A":"b"}"#, "two or more letters"),
        ("environment", #"{"1A":"b"}"#, "begin with a letter"),
        ("environment", #"{"ÄB":"b"}"#, "two or more letters"),
        ("environment", #"{"MY-VAR":"b"}"#, "letters, digits and _"),
        ("environment", #"{"AWS_REGION":"b"}"#, "is reserved"),
        ("environment", #"{"_HANDLER":"b"}"#, "is reserved"),
        ("environment", "{\"LONG\":\"\(String(repeating: "v", count: 4096))\"}", "4096 bytes"),
        ("environment-strategy", "overwrite", "must be merge or replace"),
    ]
}
