import AWSCore
import AWSServices
import Testing

private typealias Exchange = LambdaBench.Exchange

@Test(arguments: [
    ("{}", CodeLocation(link: nil, resolvedImageUri: nil, object: nil)),
    (#"{"Location":"https://bucket.s3.eu-west-1.amazonaws.com/key?X-Amz-Signature=1"}"#, location(nil, nil)),
    (#"{"Location":"not an address"}"#, CodeLocation(link: nil, resolvedImageUri: nil, object: nil)),
    (
        #"{"Location":"http://l/k","ResolvedImageUri":"r@sha256:00","ResolvedS3Object":null}"#,
        location("r@sha256:00", nil)
    ),
    (
        #"{"Location":"http://l/k","ResolvedS3Object":{"S3Bucket":"b","S3Key":"k","S3ObjectVersion":"v"}}"#,
        location(nil, CodeObject(bucket: "b", key: "k", version: "v"))
    ),
    (
        #"{"Location":"http://l/k","ResolvedS3Object":{"S3Bucket":"b","S3Key":"k","S3ObjectVersion":null}}"#,
        location(nil, CodeObject(bucket: "b", key: "k", version: nil))
    ),
    (#"{"Location":"http://l/k","ResolvedS3Object":{"S3Key":"k"}}"#, location(nil, nil)),
])
func whereTheCodeLiesIsToldByGetFunction(_ code: String, _ expected: CodeLocation) async throws {
    let bench = LambdaBench([Exchange("GET /2015-03-31/functions/f", 200, #"{"Configuration":{},"Code":\#(code)}"#)])
    let lambda = try bench.lambda()
    #expect(try await lambda.getFunction("f", qualifier: nil, within: budget)?.location == expected)
}

private func location(_ image: String?, _ object: CodeObject?) -> CodeLocation {
    CodeLocation(link: PresignedLink("https://any.example/key"), resolvedImageUri: image, object: object)
}
