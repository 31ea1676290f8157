import Testing

@testable import AWSCore

private func service(_ hostPrefix: String) -> AWSService {
    AWSService(
        signingName: hostPrefix, hostPrefix: hostPrefix, endpointVariable: "AWS_ENDPOINT_URL_X", signature: .ordinary,
        errors: .json)
}

private func host(
    _ prefix: String, _ region: String, _ variant: EndpointVariant?, _ environment: [String: String]
) throws -> String {
    try Endpoint.resolve(
        for: service(prefix), in: Region(region, from: "test"), variant: variant, input: nil, environment: environment
    ).origin.description
}

@Test(arguments: [
    ("lambda", "us-east-1", EndpointVariant.fips, "lambda-fips.us-east-1.amazonaws.com"),
    ("lambda", "us-gov-west-1", .fipsAndDualStack, "lambda-fips.us-gov-west-1.api.aws"),
    ("lambda", "eu-central-1", .dualStack, "lambda.eu-central-1.api.aws"),
    ("lambda", "eusc-de-east-1", .dualStack, "lambda.eusc-de-east-1.api.amazonwebservices.eu"),
    ("lambda", "us-isof-south-1", .dualStack, "lambda.us-isof-south-1.api.aws.hci.ic.gov"),
    ("s3", "ca-west-1", .fips, "s3-fips.ca-west-1.amazonaws.com"),
    ("s3", "cn-north-1", .dualStack, "s3.dualstack.cn-north-1.amazonaws.com.cn"),
    ("s3", "us-iso-east-1", .fipsAndDualStack, "s3-fips.dualstack.us-iso-east-1.c2s.ic.gov"),
    ("api.ecr", "us-west-2", .fips, "ecr-fips.us-west-2.amazonaws.com"),
    ("sts", "us-gov-east-1", .fips, "sts.us-gov-east-1.amazonaws.com"),
    ("monitoring", "us-gov-east-1", .fipsAndDualStack, "monitoring.us-gov-east-1.api.aws"),
    ("codedeploy", "ap-south-1", .dualStack, "codedeploy.ap-south-1.api.aws"),
])
func aVariantHasItsOwnHost(_ prefix: String, _ region: String, _ variant: EndpointVariant, _ expected: String) throws {
    #expect(try host(prefix, region, variant, [:]) == "https://\(expected)")
}

@Test(arguments: [
    ("lambda", "eu-west-1", EndpointVariant.fips), ("lambda", "us-iso-east-1", .dualStack), ("s3", "cn-north-1", .fips),
    ("lambda", "us-isof-south-1", .fipsAndDualStack), ("sts", "ca-central-1", .fips), ("lambda", "us-gov-new-1", .fips),
])
func theOrdinaryEndpointNeverStandsInForAVariant(_ prefix: String, _ region: String, _ variant: EndpointVariant) {
    #expect(throws: EndpointFailure.absent(variant)) { try host(prefix, region, variant, [:]) }
}

@Test func anEndpointThatSomebodyNamedWinsOverAVariant() throws {
    let named = try host("lambda", "eu-west-1", .fips, ["AWS_ENDPOINT_URL_X": "https://vpce.example"])
    #expect(named == "https://vpce.example")
}
