import AWSCore
import Engine
import Testing

@testable import Inputs

/// What is wrong with the input `configuration`.
@Suite struct GivenConfigurationMistakeTests {
    @Test(
        arguments: [
            ("[]", ["must be a JSON object such as"]), ("{a}", ["is not valid JSON: line 1, column 2"]),
            (
                "{\"MemorySize\":64,\n\"Timeout\":\"5\",\n \"Layers\":[1], \"Architectures\":[\"arm\"]}",
                [
                    "line 1, column 15: MemorySize must be a whole number from 128",
                    "line 2, column 11: Timeout must be a whole number from 1, not a text",
                    "line 3, column 12: each of Layers must be the ARN of a layer's version",
                    "line 3, column 33: each of Architectures must be x86_64 or arm64",
                ]
            ),
            (#"{"VpcConfig":{"SubnetIds":["a"]}}"#, ["VpcConfig has SubnetIds, but SecurityGroupIds is missing"]),
            (#"{"Environment":{"KEY":"v"}}"#, [#"Environment must be {"Variables":{"NAME":"value"}}"#]),
            (#"{"Environment":{"Variables":{"A":"v","AWS_REGION":"v"}}}"#, ["two or more letters", "is reserved"]),
            (#"{"Environment":"x"}"#, ["Environment must be"]), (#"{"Tags":["a"]}"#, ["Tags must be a JSON object"]),
            (#"{"memorySize":256}"#, [#""memorySize" is written MemorySize"#]),
            (
                #"{"VpcConfig":{"subnetIds":["a"],"securityGroupIds":["b"]}}"#,
                [
                    #""securityGroupIds" in VpcConfig is written SecurityGroupIds"#,
                    #""subnetIds" in VpcConfig is written SubnetIds"#,
                ]
            ),
            (#"{"LoggingConfig":{"logFormat":"JSON"}}"#, [#""logFormat" in LoggingConfig is written LogFormat"#]),
            (
                #"{"CapacityProviderConfig":{"LambdaManagedInstancesCapacityProviderConfig":{"capacityProviderArn":"a"}}}"#,
                [#""capacityProviderArn" in CapacityProviderConfig is written CapacityProviderArn"#]
            ),
            (
                #"{"FileSystemConfigs":[{"Arn":"arn:aws:s3files:e:1:a","LocalMountPath":"/mnt/a","s3FilesConfig":{}}]}"#,
                [#""s3FilesConfig" in FileSystemConfigs is written S3FilesConfig"#]
            ),
            (#"{"Architectures":[]}"#, ["line 1, column 18: Architectures is empty: give x86_64 or arm64"]),
            (#"{"Environment":{"Variables":{"A1":null}}}"#, [#""A1" must be a text, not null"#]),
            (#"{"Tags":{"a":null}}"#, [#""a" must be a text, not null"#]),
            (#"{"Configuration":{"MemorySize":256},"Code":{}}"#, ["give its Configuration alone"]),
            (#"{"Tomorrow":99999999999999999999}"#, ["line 1, column 13: this number is too large"]),
            (#"{"FunctionName":"orders-dev"}"#, [#"has FunctionName "orders-dev", but this deployment is to orders"#]),
            (
                #"{"FunctionArn":"\#(arn("eu-west-1", "orders"))"}"#,
                ["but this deployment is to orders in eu-central-1"]
            ),
            (#"{"FunctionArn":"\#(arn("eu-central-1", "carts"))"}"#, ["but this deployment is to orders"]),
            (
                #"{"ImageConfig":{"Command":[]},"ImageConfigResponse":{"ImageConfig":{"Command":["a"]}}}"#,
                ["ImageConfig is there a second time"]
            ),
            (#"{"FunctionName":1}"#, ["FunctionName must be a text"]),
            (#"{"PackageType":"Image"}"#, ["has the PackageType Image, but the package given is of the type Zip"]),
            (#"{"ImageConfig":{"Command":["a"]}}"#, ["has ImageConfig, which is for container images"]),
            (
                #"{"Layers":["arn:aws:lambda:us-east-1:123456789012:layer:x:1"]}"#,
                ["of us-east-1, but a function takes layers of its own Region only"]
            ),
        ] as [(String, [String])])
    func allMistakesAreToldAtOnce(json: String, told: [String]) {
        let problems = GivenInputs(["configuration": json]).problems
        #expect(problems.map(\.input) == told.map { _ in "configuration" }, "\(problems)")
        for (problem, text) in zip(problems, told) { #expect(problem.message.contains(text), "\(problem)") }
    }

    /// Or else what an input takes would be somebody's setting that nobody knows.
    @Test func everyNameThatAnInputTakesIsOneThatIsCompared() {
        for member in ConfigurationInputs.members {
            #expect(member.name.isKnown)
            let strangers = member.name.strangers(in: member.shape.sample).map(\.path)
            #expect(strangers.isEmpty, "\(strangers)")
        }
    }

    private static func arn(_ region: String, _ name: String) -> String {
        "arn:aws:lambda:\(region):123456789012:function:\(name)"
    }
}

extension JSONShape {
    /// A value with everything in it that is known.
    fileprivate var sample: JSONValue {
        switch self {
        case .text, .other: .string("a")
        case .flag: .bool(true)
        case .integer(let range): .integer(range.lowerBound)
        case .list(let shape, _): .array([shape.sample])
        case .object(let members): .object(Dictionary(uniqueKeysWithValues: members.map { ($0.name, $0.shape.sample) }))
        case .whole(let shape, _): shape.sample
        }
    }
}
