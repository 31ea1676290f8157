import AWSCore
import AWSServices
import Deployment
import Engine
import Testing

@testable import Inputs

@Suite struct SettingsTests {
    private static let role = "arn:aws:iam::123456789012:role/service/app"
    private static let layer = "arn:aws:lambda:eu-central-1:123456789012:layer:x:1"

    @Test func whatIsNotGivenIsNotTouched() throws {
        let settings = try GivenInputs().settings()
        #expect(settings.mode == .deploy)
        #expect(settings.configuration.isEmpty && settings.tags.isEmpty)
        #expect(settings.environment == nil && settings.creation == nil && settings.smokeTests == nil)
        #expect(settings.requiredRevisionId == nil && settings.architectures == nil)
        #expect(settings.publication?.alias == nil && settings.publication != nil)
        #expect(settings.waits.timeout == .seconds(300) && settings.waits.onTimeout == .fail)
        #expect(settings.conflicts.onConflict == .retry && settings.conflicts.maxRetries == 5)
        #expect(settings.creationProblems.isEmpty)
    }

    @Test(arguments: Rounds.of(members, by: { $0.input }))
    func aMemberIsPlannedAsItIsGiven(round: [Member]) throws {
        let given = Dictionary(uniqueKeysWithValues: round.map { ($0.input, Optional($0.text)) })
        let planned = Dictionary(uniqueKeysWithValues: round.map { ($0.member, $0.value) })
        #expect(try GivenInputs(given).settings().configuration == planned)
    }

    /// Else what somebody gives would be ignored.
    @Test func everyInputOfTheConfigurationIsAMemberOrPlannedByItself() {
        let byThemselves = ["configuration", "environment", "environment-strategy", "code-signing-config-arn", "tags"]
        let members = ConfigurationInputs.members.map { ConfigurationInputs.name(of: $0.input) }
        #expect((members + byThemselves).sorted() == ConfigurationInputs.names.sorted())
    }

    @Test func anImageMayOverrideItsCommand() throws {
        let given = GivenInputs(["zip-file": nil, "image-uri": "h/i:1", "image-config": #"{"Command":["a","b"]}"#])
        #expect(
            try given.settings().configuration == [
                .imageConfig: .object(["Command": .array([.string("a"), .string("b")])])
            ])
    }

    @Test func environmentValuesAreSecretsAndNumbersKeepTheirOwnText() throws {
        let settings = try GivenInputs([
            "environment": #"{"PORT":8080.50,"DEBUG":true,"NAME":"x y","EMPTY":""}"#, "environment-strategy": "replace",
        ]).settings()
        #expect(settings.environment?.strategy == .replace)
        #expect(
            settings.environment?.variables.mapValues(\.revealed)
                == ["PORT": "8080.50", "DEBUG": "true", "NAME": "x y", "EMPTY": ""])
        #expect(!"\(settings)".contains("8080"))
    }

    @Test func environmentIsMergedUnlessItIsSaidOtherwise() throws {
        #expect(try GivenInputs(["environment": "{}"]).settings().environment?.strategy == .merge)
    }

    /// 4096 bytes as AWS measures them: `{"KEY":"..."}`.
    @Test func theLargestEnvironmentIsTaken() {
        func given(_ count: Int) -> GivenInputs {
            GivenInputs(["environment": "{ \"KEY\" : \"\(String(repeating: "v", count: count))\" }"])
        }
        #expect(given(4096 - 10).problems.isEmpty)
        #expect(given(4096 - 9).problems.map(\.input) == ["environment"])
    }

    @Test(arguments: [("arm64", "arm64"), (#"["arm64"]"#, "arm64"), ("x86_64,", "x86_64")])
    func anArchitectureMayBeAWordOrAList(text: String, architecture: String) throws {
        #expect(try GivenInputs(["architectures": text]).settings().architectures == [architecture])
    }

    @Test(
        arguments: [
            ([:], RunMode.deploy), (["mode": "plan"], .plan), (["dry-run": "TRUE"], .plan),
            (["dry-run": "true", "mode": "deploy"], .plan), (["dry-run": "false", "mode": "plan"], .plan),
            (["dry-run": "False"], .deploy),
        ] as [([String: String?], RunMode)])
    func eitherWayToAskForAPlanIsEnough(given: [String: String?], mode: RunMode) throws {
        #expect(try GivenInputs(given).settings().mode == mode)
    }

    @Test(
        arguments: [
            ([:], false), (["role": role], true), (["role": role, "create": "false"], false),
            (["role": role, "create": "true"], true),
        ] as [([String: String?], Bool)])
    func aFunctionIsCreatedWhenARoleIsGiven(given: [String: String?], isCreated: Bool) throws {
        #expect((try GivenInputs(given).settings().creation != nil) == isCreated)
    }

    @Test func creationWithoutARoleIsRefused() {
        #expect(GivenInputs(["create": "true"]).problems.map(\.input) == ["role"])
    }

    @Test func aCodeSigningConfigurationIsForCreation() throws {
        let signing = "arn:aws:lambda:eu-central-1:123456789012:code-signing-config:csc-01234567890123456"
        #expect(GivenInputs(["code-signing-config-arn": signing]).problems.map(\.input) == ["code-signing-config-arn"])
        let creating = GivenInputs(["code-signing-config-arn": signing, "role": Self.role])
        #expect(try creating.settings().creation?.codeSigningConfigArn == signing)
    }

    @Test func whatCreationLacksIsKnownButNoProblemYet() throws {
        let zip = try GivenInputs(["role": Self.role]).settings()
        #expect(zip.creationProblems.map(\.input) == ["handler", "runtime"])
        #expect(
            try GivenInputs(["role": Self.role, "handler": "a", "runtime": "b"]).settings().creationProblems.isEmpty)
        let image = try GivenInputs(["role": Self.role, "zip-file": nil, "image-uri": "h/i"]).settings()
        #expect(image.creationProblems.isEmpty && image.creation?.packageType == "Image")
    }

    @Test func anAliasNeedsAPublishedVersion() throws {
        #expect(GivenInputs(["alias": "live", "publish": "false"]).problems.map(\.input) == ["alias"])
        #expect(try GivenInputs(["publish": "false"]).settings().publication == nil)
        #expect(try GivenInputs(["alias": "live"]).settings().publication?.alias == "live")
    }

    @Test(arguments: [("1", 1), ("300s", 300), ("5m", 300), ("1440m", 86_400), ("86400", 86_400)])
    func aWaitIsGivenInSecondsOrMinutes(text: String, seconds: Int) throws {
        #expect(try Duration(waitInput: text) == .seconds(seconds))
    }

    @Test(
        arguments: [
            ("arn:aws-cn:lambda:cn-north-1:123456789012:function:fn", "cn-north-1"),
            ("eu-central-1:123456789012:function:fn", "eu-central-1"),
            ("123456789012:function:fn", nil), ("123456789012:fn", nil), ("function:fn", nil), ("my-fn_1", nil),
        ] as [(String, String?)])
    func everyFormOfAFunctionNameIsTaken(name: String, region: String?) throws {
        let function = try FunctionName(input: name)
        #expect(function.text == name && function.region == region)
    }

    @Test func theRegionMayStandInTheFunctionsNameAlone() throws {
        let name = "eu-west-3:123456789012:function:fn"
        #expect(try GivenInputs(["function-name": name, "aws-region": nil]).region() == "eu-west-3")
    }

    @Test(
        arguments: [
            (["AWS_REGION": "eu-west-1", "AWS_DEFAULT_REGION": "eu-west-2"], "eu-west-1"),
            (["AWS_REGION": "", "AWS_DEFAULT_REGION": "eu-west-2"], "eu-west-2"),
        ] as [([String: String], String)])
    func theRegionComesFromTheEnvironmentIfTheInputIsMissing(environment: [String: String], region: String) throws {
        #expect(try GivenInputs(["aws-region": nil], environment: environment).region() == region)
        #expect(try GivenInputs(environment: environment).region() == "eu-central-1")
    }

    @Test func aPlanHoldsWhatTheSettingsSay() throws {
        let settings = try GivenInputs([
            "memory-size": "256", "tags": #"{"team":"blue","n":1}"#, "revision-id": "r-1", "architectures": "arm64",
            "alias": "live", "max-retries": "0", "on-conflict": "fail", "endpoint-url": "http://127.0.0.1:4566",
        ]).settings()
        let plan = settings.plan(
            code: settings.code(
                .s3(bucket: "b", key: "k", version: nil), digest: "d", judgement: { _ in [] }, upload: nil))
        #expect(plan.functionName == "orders" && plan.requiredRevisionId == "r-1")
        #expect(plan.configuration == ["MemorySize": .integer(256)] && plan.tags == ["team": "blue", "n": "1"])
        #expect(plan.code?.digest == "d" && plan.code?.architectures == ["arm64"])
        #expect(
            plan.publication?.alias == "live" && plan.conflicts.maxRetries == 0 && plan.conflicts.onConflict == .fail)
    }
}

extension SettingsTests {
    typealias Member = (input: String, text: String, member: ConfigurationMember, value: JSONValue)

    fileprivate static let members: [Member] = [
        ("role", role, "Role", .string(role)),
        ("handler", "index.handler", "Handler", .string("index.handler")),
        ("runtime", "rust9.x", "Runtime", .string("rust9.x")),
        ("function-description", " does it\n", .description, .string("does it")),
        ("memory-size", "0256", "MemorySize", .integer(256)),
        ("timeout", "900", .timeout, .integer(900)),
        ("ephemeral-storage", "512", "EphemeralStorage", .object(["Size": .integer(512)])),
        ("layers", layer, .layers, .array([.string(layer)])),
        ("layers", "\(layer),\n\(layer)\n", .layers, .array([.string(layer), .string(layer)])),
        ("layers", "[\"\(layer)\"]", .layers, .array([.string(layer)])),
        ("layers", "[]", .layers, .array([])),
        (
            "layers", "arn:aws:lambda:::awslayer:Amazon_1", .layers,
            .array([.string("arn:aws:lambda:::awslayer:Amazon_1")])
        ),
        (
            "vpc-config", #"{"SubnetIds":["a"],"SecurityGroupIds":["b"],"Ipv6AllowedForDualStack":false}"#, .vpcConfig,
            .object([
                "SubnetIds": .array([.string("a")]), "SecurityGroupIds": .array([.string("b")]),
                "Ipv6AllowedForDualStack": .bool(false),
            ])
        ),
        (
            "vpc-config", #"{"Ipv6AllowedForDualStack":true}"#, .vpcConfig,
            .object(["Ipv6AllowedForDualStack": .bool(true)])
        ),
        (
            "vpc-config", #"{"SubnetIds":[],"SecurityGroupIds":[]}"#, .vpcConfig,
            .object(["SubnetIds": .array([]), "SecurityGroupIds": .array([])])
        ),
        (
            "file-system-configs",
            #"[{"Arn":"arn:aws:s3files:e:1:a","LocalMountPath":"/mnt/a","S3FilesConfig":{"DirectS3Read":"AUTO"}}]"#,
            "FileSystemConfigs",
            .array([
                .object([
                    "Arn": .string("arn:aws:s3files:e:1:a"), "LocalMountPath": .string("/mnt/a"),
                    "S3FilesConfig": .object(["DirectS3Read": .string("AUTO")]),
                ])
            ])
        ),
        (
            "durable-config", #"{"KMSKeyArn":"arn:aws:kms:e:123456789012:key/1"}"#, "DurableConfig",
            .object(["KMSKeyArn": .string("arn:aws:kms:e:123456789012:key/1")])
        ),
        ("file-system-configs", "[]", "FileSystemConfigs", .array([])),
        ("dead-letter-config", #"{"TargetArn":""}"#, "DeadLetterConfig", .object(["TargetArn": .string("")])),
        ("tracing-config", #"{"Mode":"PassThrough"}"#, .tracingConfig, .object(["Mode": .string("PassThrough")])),
        (
            "kms-key-arn", "arn:aws:kms:e:123456789012:key/1", .kmsKeyArn,
            .string("arn:aws:kms:e:123456789012:key/1")
        ),
        ("snap-start", #"{"ApplyOn":"None"}"#, .snapStart, .object(["ApplyOn": .string("None")])),
        (
            "logging-config", #"{"LogFormat":"JSON","ApplicationLogLevel":"","LogGroup":"/a#b"}"#, "LoggingConfig",
            .object(["LogFormat": .string("JSON"), "LogGroup": .string("/a#b")])
        ),
        (
            "durable-config", #"{"RetentionPeriodInDays":90}"#, "DurableConfig",
            .object(["RetentionPeriodInDays": .integer(90)])
        ),
    ]
}
