import AWSCore
import Testing

@testable import Inputs

/// `AWS_USE_FIPS_ENDPOINT`, `AWS_USE_DUALSTACK_ENDPOINT` and the profile's settings of that kind.
@Suite struct EndpointWishTests {
    private static let config = "[default]\nuse_fips_endpoint = True\n[profile six]\nuse_dualstack_endpoint=true\n"

    private func look(
        _ region: String?, _ changes: [String: String], _ inputs: [String: String] = [:]
    ) -> (destination: Destination?, problems: [InputProblem]) {
        var given = ["function-name": "app", "zip-file": "a.zip"]
        given["aws-region"] = region
        given.merge(inputs) { $1 }
        var environment = ["AWS_ACCESS_KEY_ID": "id", "AWS_SECRET_ACCESS_KEY": "secret", "HOME": "/home"]
        environment.merge(changes) { $1 }
        var inspection = Inspection()
        let host = GivenHost(
            environment: environment,
            files: [
                "/config": Array(Self.config.utf8),
                "/region": Array("[default]\nregion = eu-west-3\n[profile six]\n".utf8),
            ])
        let variables = Dictionary(uniqueKeysWithValues: given.map { ("INPUT_\($0.uppercased())", $1) })
        let destination = Destination(ActionInputs(withoutTheParser: variables), host, &inspection)
        return (destination, inspection.problems)
    }

    @Test(arguments: [
        (["AWS_USE_FIPS_ENDPOINT": "TRUE"], "lambda-fips.us-east-1.amazonaws.com", "s3-fips.us-east-1.amazonaws.com"),
        (["AWS_USE_DUALSTACK_ENDPOINT": "true"], "lambda.us-east-1.api.aws", "s3.dualstack.us-east-1.amazonaws.com"),
        (["AWS_CONFIG_FILE": "/config"], "lambda-fips.us-east-1.amazonaws.com", "s3-fips.us-east-1.amazonaws.com"),
        (
            ["AWS_CONFIG_FILE": "/config", "AWS_PROFILE": "six"], "lambda.us-east-1.api.aws",
            "s3.dualstack.us-east-1.amazonaws.com"
        ),
        (
            ["AWS_CONFIG_FILE": "/config", "AWS_USE_FIPS_ENDPOINT": "False"], "lambda.us-east-1.amazonaws.com",
            "s3.us-east-1.amazonaws.com"
        ),
        (["AWS_USE_FIPS_ENDPOINT": " "], "lambda.us-east-1.amazonaws.com", "s3.us-east-1.amazonaws.com"),
    ])
    func theVariableCountsBeforeTheProfile(_ environment: [String: String], _ lambda: String, _ s3: String) throws {
        let (destination, problems) = look("us-east-1", environment)
        #expect(problems.isEmpty)
        #expect(destination?.lambda.origin.host == lambda)
        #expect(destination?.s3.origin.host == s3)
        #expect(destination?.lambda.isCustom == false)
    }

    @Test(
        arguments: [
            (nil, [:], [:], "eu-west-3"), ("eu-west-1", [:], [:], "eu-west-1"),
            (nil, ["AWS_REGION": "eu-west-2"], [:], "eu-west-2"),
            (nil, ["AWS_DEFAULT_REGION": "eu-west-2"], [:], "eu-west-2"),
            (nil, [:], ["function-name": "arn:aws:lambda:eu-west-1:123456789012:function:app"], "eu-west-1"),
            (nil, ["AWS_PROFILE": "six"], [:], nil),
        ] as [(String?, [String: String], [String: String], String?)])
    func theProfilesRegionIsTakenWhereNothingElseNamesOne(
        _ input: String?, _ environment: [String: String], _ inputs: [String: String], _ expected: String?
    ) {
        let environment = environment.merging(["AWS_CONFIG_FILE": "/region"]) { $1 }
        #expect(look(input, environment, inputs).destination?.region.name == expected)
    }

    @Test func whereThereIsNoneTheVariableTheServicesAndTheRegionAreNamed() throws {
        let (destination, problems) = look(
            "eu-west-1", ["AWS_USE_FIPS_ENDPOINT": "true"], ["s3-bucket": "b", "alarms": "a"])
        #expect(destination == nil)
        #expect(problems.map(\.input) == ["AWS_USE_FIPS_ENDPOINT"])
        let message = try #require(problems.first).message
        for part in ["eu-west-1", "Lambda, S3, CloudWatch.", "AWS_ENDPOINT_URL_LAMBDA", "a FIPS endpoint"] {
            #expect(message.contains(part), "\(message)")
        }
    }

    @Test func aServiceThatNobodyNeedsIsNotMissed() throws {
        let named = ["AWS_USE_FIPS_ENDPOINT": "true", "AWS_ENDPOINT_URL_LAMBDA": "https://lambda.example"]
        let (destination, problems) = look("eu-west-1", named)
        #expect(problems.isEmpty)
        #expect(destination?.lambda.origin.host == "lambda.example")
        #expect(destination?.sts == .nowhere && destination?.ecr == .nowhere)
        #expect(destination?.isSTSFarFromLambda == true)
        let withRole = look("eu-west-1", named, ["allowed-account-ids": "123456789012"])
        #expect(withRole.problems.map(\.input) == ["AWS_USE_FIPS_ENDPOINT"])
    }

    @Test(arguments: ["yes", "1", "true,"])
    func whatIsNeitherTrueNorFalseIsNotGuessed(_ value: String) throws {
        let (_, problems) = look("us-east-1", ["AWS_USE_DUALSTACK_ENDPOINT": value])
        #expect(problems.map(\.input) == ["AWS_USE_DUALSTACK_ENDPOINT"])
    }
}
