import AWSCore
import AWSServices
import Deployment
import Engine
import Testing

@testable import Inputs

/// The input `configuration`: settings by AWS's own names.
@Suite struct GivenConfigurationTests {
    private static let role = "arn:aws:iam::123456789012:role/app"
    private static let layer = "arn:aws:lambda:eu-central-1:123456789012:layer:x:1"

    private func settings(_ json: String, _ more: [String: String?] = [:]) throws -> Settings {
        try GivenInputs(more.merging(["configuration": json]) { $1 }).settings()
    }

    private func parsed(_ json: String) throws -> JSONValue { try #require(JSONValue(parsing: Array(json.utf8))) }

    /// As the command line prints it for a function with everything.
    @Test func whatAWSShowsIsTakenAsItIs() throws {
        let settings = try settings(Self.shown)
        #expect(settings.environment?.variables.mapValues(\.revealed) == ["LOG_LEVEL": "info"])
        #expect(settings.environment?.strategy == .merge)
        #expect(settings.architectures == ["arm64"])
        #expect(settings.creation?.packageType == "Zip")
        let members = try #require(parsed(Self.taken).object)
        #expect(settings.configuration == Dictionary(uniqueKeysWithValues: members.map { (.init(rawValue: $0), $1) }))
        #expect(
            settings.remarks == [
                InputRemark(
                    kind: .notice, input: "configuration",
                    message: "has CodeSha256, RevisionId, no setting of a function: left out")
            ])
    }

    @Test func aFunctionJSONOfLambrollIsTakenAsItIs() throws {
        let settings = try settings(
            #"""
            {"Architectures":["arm64"],"Description":"hello","EphemeralStorage":{"Size":1024},"FunctionName":"orders",
             "Environment":{"Variables":{"BAR":"baz"}},"Handler":"index.js","MemorySize":128,"Role":"\#(Self.role)",
             "Runtime":"nodejs18.x","Tags":{"Env":"dev"},"Timeout":5,"TracingConfig":{"Mode":"PassThrough"},
             "Code":{"S3Bucket":"b","S3Key":"k"},"Layers":["\#(Self.layer)"],"PackageType":"Zip",
             "CodeSigningConfigArn":"arn:aws:lambda:eu-central-1:123456789012:code-signing-config:csc-1"}
            """#)
        #expect(settings.tags == ["Env": "dev"] && settings.architectures == ["arm64"])
        #expect(settings.configuration["MemorySize"] == .integer(128))
        #expect(settings.configuration.count == 9, "\(settings.configuration.keys)")
        #expect(settings.creation?.codeSigningConfigArn?.hasSuffix("csc-1") == true)
        #expect(settings.remarks.map(\.message) == ["has Code, no setting of a function: left out"])
        #expect(settings.creationProblems.isEmpty)
    }

    @Test func anInputOfItsOwnWins() throws {
        let json = #"""
            {"MemorySize":128,"Timeout":9,"Environment":{"Variables":{"AB":"1"}},"Tags":{"a":"1"},"Architectures":["arm64"]}
            """#
        let settings = try settings(
            json,
            ["memory-size": "256", "environment": #"{"CD":"2"}"#, "tags": #"{"b":"2"}"#, "architectures": "x86_64"])
        #expect(settings.configuration == ["MemorySize": .integer(256), .timeout: .integer(9)])
        #expect(settings.environment?.variables.keys.sorted() == ["CD"])
        #expect(settings.tags == ["b": "2"] && settings.architectures == ["x86_64"])
        let told = "has Environment, MemorySize, Tags, given by an input of its own as well: the input counts"
        #expect(settings.remarks.map(\.message) == [told])
    }

    @Test(arguments: ["merge", "replace"])
    func itsEnvironmentFollowsTheStrategy(strategy: String) throws {
        let json = #"{"Environment":{"Variables":{"PORT":8080}}}"#
        let environment = try settings(json, ["environment-strategy": strategy]).environment
        #expect(environment?.strategy.rawValue == strategy)
        #expect(environment?.variables["PORT"]?.revealed == "8080")
    }

    @Test(arguments: [
        "{}", #"{"VpcConfig":null,"Layers":null,"Environment":{},"SnapStart":{"OptimizationStatus":"Off"}}"#,
        #"{"LoggingConfig":{"LogGroup":null},"Tags":{},"VpcConfig":{"VpcId":""},"ImageConfigResponse":{"Error":{"a":1}}}"#,
        #"{"LoggingConfig":{"ApplicationLogLevel":"","LogGroup":""}}"#,
        #"{"Tomorrow":{"A":null},"Environment":{"Error":{"Message":"x"}}}"#,
        #"{"Environment":{"Variables":null,"Error":null},"Tags":null,"Architectures":null}"#,
    ])
    func nullAndAnEmptyObjectMeanNotGiven(json: String) throws {
        let settings = try settings(json)
        #expect(settings.configuration.isEmpty && settings.environment == nil && settings.tags.isEmpty)
        #expect(settings.remarks.isEmpty)
    }

    @Test func anEmptyListEmpties() throws {
        let settings = try settings(
            #"""
            {"Layers":[],"FileSystemConfigs":[],"KMSKeyArn":"","VpcConfig":{"SubnetIds":[],"SecurityGroupIds":[],"VpcId":""}}
            """#)
        #expect(
            settings.configuration[.layers] == .array([]) && settings.configuration["FileSystemConfigs"] == .array([]))
        #expect(settings.configuration[.kmsKeyArn] == .string(""))
        #expect(settings.configuration[.vpcConfig]?.object?.count == 2)
    }

    @Test func whatNobodyHereKnowsIsSentWithANotice() throws {
        let settings = try settings(
            #"{"Tomorrow":[1,2.5],"LoggingConfig":{"LogFormat":"JSON","Colour":"red"},"RuntimeConfig":{"A":{"B":true}}}"#
        )
        #expect(settings.configuration["Tomorrow"] == .array([.integer(1), .number(2.5)]))
        #expect(settings.configuration["LoggingConfig"]?["Colour"] == .string("red"))
        #expect(settings.configuration["RuntimeConfig"]?["A"]?["B"] == .bool(true))
        let told = "has LoggingConfig.Colour, RuntimeConfig.A, Tomorrow, not known here: sent as given"
        #expect(settings.remarks == [InputRemark(kind: .notice, input: "configuration", message: told)])
    }

    @Test func boundsInItAreAWSsToJudge() throws {
        let json = #"{"MemorySize":40000,"Timeout":3600}"#
        #expect(try settings(json).remarks.map(\.kind) == [.warning, .warning])
        let managed =
            #"{"Timeout":3600,"CapacityProviderConfig":{"LambdaManagedInstancesCapacityProviderConfig":{"CapacityProviderArn":"a"}}}"#
        #expect(try settings(managed).remarks.isEmpty)
    }

    @Test(arguments: [
        "{\"Role\":\"{{ tfstate `data.role.arn` }}\"}", "{\"Description\":\"{{must_env \\\"NAME\\\"}}\"}",
        "{\"MemorySize\": {{ env `MEMORY` `128` }} }", "{\"Description\":\"a {{- ssm '/x' }}\"}",
        "{\"Description\":\"{{ caller_identity.Account }}\"}", "{\"Description\":\"{{ tfstatef `a%s` (env `x`) }}\"}",
        "{\"Description\":\"{{ my_tfstate `x` }}\"}", "{\"Description\":\"{{ must_env \"NAME\" }}\"}",
    ])
    func aTemplateIsToBeRenderedFirst(json: String) {
        let problems = GivenInputs(["configuration": json]).problems
        #expect(
            problems.count == 1 && problems[0].message.contains("is a template of lambroll's: render the file first"))
        #expect(problems.first?.message.hasPrefix("line 1, column ") == true, "\(problems)")
    }

    @Test func otherBracesAreText() throws {
        let json = #"{"Description":"{{ name }} {{ env.NAME }} {{ environment 'x' }} {{ translate `y` }} {{}}"}"#
        #expect(try settings(json).configuration.count == 1)
    }

    @Test(arguments: [
        #"{"FunctionName":"orders"}"#, #"{"FunctionName":"123456789012:function:orders"}"#,
        #"{"FunctionArn":"\#(arn("eu-central-1", "orders"))"}"#,
        #"{"FunctionArn":"\#(arn("eu-central-1", "orders:7"))"}"#,
    ])
    func theFunctionsOwnNameIsNoMistake(json: String) throws {
        #expect(try settings(json).remarks.isEmpty)
    }

    @Test func anAccountTellsFunctionsApartWhereBothNameIt() {
        let json = #"{"FunctionArn":"\#(Self.arn("eu-central-1", "orders"))"}"#
        let other = "arn:aws:lambda:eu-central-1:999999999999:function:orders"
        #expect(GivenInputs(["configuration": json, "function-name": other]).problems.count == 1)
    }

    @Test func itIsNoRollbacksBusiness() {
        let problems = GivenInputs([
            "configuration": #"{"MemorySize":128}"#, "mode": "rollback", "zip-file": nil, "alias": "live",
        ]).problems
        #expect(problems.contains { $0.message.contains("leave out configuration") }, "\(problems)")
    }

    private static func arn(_ region: String, _ name: String) -> String {
        "arn:aws:lambda:\(region):123456789012:function:\(name)"
    }
}

extension GivenConfigurationTests {
    fileprivate static let shown = #"""
        {"FunctionName":"orders","FunctionArn":"\#(arn("eu-central-1", "orders"))","Runtime":"python3.13",
         "Role":"\#(role)","Handler":"app.handler","CodeSize":123,"Description":"","Timeout":3,"MemorySize":128,
         "LastModified":"2026-01-01T00:00:00.000+0000","CodeSha256":"abc=","Version":"$LATEST",
         "VpcConfig":{"SubnetIds":["s"],"SecurityGroupIds":["g"],"VpcId":"vpc-1","Ipv6AllowedForDualStack":false},
         "DeadLetterConfig":{"TargetArn":"arn:aws:sqs:eu-central-1:123456789012:q"},
         "Environment":{"Variables":{"LOG_LEVEL":"info"}},"KMSKeyArn":"arn:aws:kms:e:123456789012:key/1",
         "TracingConfig":{"Mode":"PassThrough"},"RevisionId":"r","State":"Active","LastUpdateStatus":"Successful",
         "Layers":[{"Arn":"\#(layer)","CodeSize":1},{"Arn":"arn:aws:lambda:::awslayer:Amazon1"}],
         "FileSystemConfigs":[{"Arn":"arn:aws:s3files:e:1:a","LocalMountPath":"/mnt/a","S3FilesConfig":{"DirectS3Read":"AUTO"}}],
         "PackageType":"Zip","Architectures":["arm64"],"EphemeralStorage":{"Size":512},
         "SnapStart":{"ApplyOn":"None","OptimizationStatus":"Off"},"RuntimeVersionConfig":{"RuntimeVersionArn":"x"},
         "LoggingConfig":{"LogFormat":"Text","LogGroup":"/aws/lambda/orders"},"ConfigSha256":"x","MasterArn":null,
         "DurableConfig":{"RetentionPeriodInDays":14,"KMSKeyArn":"arn:aws:kms:e:123456789012:key/1"},
         "TenancyConfig":{"TenantIsolationMode":"PER_TENANT"}}
        """#

    fileprivate static let taken = #"""
        {"Runtime":"python3.13","Role":"\#(role)","Handler":"app.handler","Description":"","Timeout":3,"MemorySize":128,
         "VpcConfig":{"SubnetIds":["s"],"SecurityGroupIds":["g"],"Ipv6AllowedForDualStack":false},
         "DeadLetterConfig":{"TargetArn":"arn:aws:sqs:eu-central-1:123456789012:q"},
         "KMSKeyArn":"arn:aws:kms:e:123456789012:key/1","TracingConfig":{"Mode":"PassThrough"},
         "Layers":["\#(layer)","arn:aws:lambda:::awslayer:Amazon1"],
         "FileSystemConfigs":[{"Arn":"arn:aws:s3files:e:1:a","LocalMountPath":"/mnt/a","S3FilesConfig":{"DirectS3Read":"AUTO"}}],
         "EphemeralStorage":{"Size":512},"SnapStart":{"ApplyOn":"None"},
         "LoggingConfig":{"LogFormat":"Text","LogGroup":"/aws/lambda/orders"},
         "DurableConfig":{"RetentionPeriodInDays":14,"KMSKeyArn":"arn:aws:kms:e:123456789012:key/1"},
         "TenancyConfig":{"TenantIsolationMode":"PER_TENANT"}}
        """#
}
