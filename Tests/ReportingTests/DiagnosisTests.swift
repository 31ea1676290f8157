import AWSCore
import AWSServices
import Deployment
import Engine
import Testing

@testable import Reporting

@Suite struct DiagnosisTests {
    private static func refusal(_ operation: String, _ status: Int, _ code: String, _ message: String) -> Refusal {
        Refusal(operation: operation, status: status, code: code, message: message, requestID: nil)
    }

    private static func refused(_ operation: String, _ status: Int, _ code: String, _ message: String)
        -> DeploymentFailure
    {
        .engine(.refused(refusal(operation, status, code, message)))
    }

    private static let status = Status(
        FunctionConfiguration(members: ["State": .string("Active"), "LastUpdateStatus": .string("InProgress")]))

    private static let rival = Rival(
        during: .publishVersion,
        differences: [Difference(name: "MemorySize", before: .integer(256), after: .integer(1024))])

    private static func ofS3(_ code: String) -> DeploymentFailure {
        let message = "Error occurred while GetObject. S3 Error Code: \(code). S3 Error Message: no"
        return .engine(.refused(refusal("UpdateFunctionCode", 400, "InvalidParameterValueException", message)))
    }

    /// What Lambda says of a package in S3, and what is wrong with its bucket.
    private static let failuresInS3: [(DeploymentFailure, [String])] = [
        (ofS3("PermanentRedirect"), ["another Region", "set s3-bucket to one in the function's Region"]),
        (ofS3("NoSuchKey"), ["Check s3-bucket and s3-key"]), (ofS3("NoSuchVersion"), ["Check s3-object-version"]),
        (ofS3("NoSuchBucket"), ["Check s3-bucket"]), (ofS3("AccessDenied"), ["Allow s3:GetObject", "kms:Decrypt"]),
        (
            .bucketUnfit(.missing(bucket: "b", region: "eu-west-1")),
            [
                "bucket b does not exist",
                "--bucket b --region eu-west-1 --create-bucket-configuration LocationConstraint=eu-west-1.",
            ]
        ),
        (.bucketUnfit(.missing(bucket: "b", region: "us-east-1")), ["--bucket b --region us-east-1."]),
        (
            .bucketUnfit(.elsewhere(bucket: "b", found: "us-east-2", region: "eu-west-1")),
            ["b is in us-east-2", "one in eu-west-1", "aws-region: us-east-2"]
        ),
        (
            .bucketUnfit(.elsewhere(bucket: "b", found: nil, region: "eu-west-1")),
            ["another Region", "aws-region to the bucket's Region"]
        ),
        (
            .bucketUnfit(
                .notOfOwner(bucket: "b", owner: "123456789012", refusal("PutObject", 403, "AccessDenied", "no"))),
            ["does not belong to 123456789012", "bucket-owner"]
        ),
        (.engine(.refused(refusal("PutObject", 403, "AccessDenied", "no"))), ["allow s3:PutObject"]),
        (.engine(.refused(refusal("CompleteMultipartUpload", 403, "AccessDenied", "no"))), ["allow s3:PutObject"]),
        (.engine(.refused(refusal("HeadBucket", 403, "AccessDenied", "no"))), ["allow s3:ListBucket"]),
        (
            .conflict(
                Rival(
                    during: .updateFunctionCode,
                    differences: [Difference(name: "s3://b/k", before: .string("x"), after: .string("gone"))]),
                conflicts: 2),
            ["s3://b/k: x -> gone", "who else writes to the bucket"]
        ),
    ]

    /// Each failure with what a person must read in it.
    private static let failures: [(DeploymentFailure, [String])] = [
        (.engine(.cancelled), ["was cancelled", "Run again"]),
        (
            .engine(.refused(refusal("PublishVersion", 403, "AccessDeniedException", "no"))),
            ["PublishVersion", "allow lambda:PublishVersion"]
        ),
        (
            .engine(
                .refused(
                    refusal(
                        "CreateFunction", 403, "AccessDeniedException",
                        "User: x is not authorized to perform: iam:PassRole on resource: y"))),
            ["iam:PassRole", "allow iam:PassRole"]
        ),
        (
            .engine(
                .refused(
                    refusal(
                        "UpdateFunctionCode", 403, "AccessDeniedException",
                        "Your access has been denied by S3, please make sure your request credentials have permission to "
                            + "GetObject for packages/1.zip. S3 Error Code: AccessDenied. S3 Error Message: Access Denied"
                    ))),
            ["allow s3:GetObject"]
        ),
        (
            .engine(
                .refused(
                    refusal(
                        "CreateFunction", 403, "AccessDeniedException",
                        "Lambda does not have permission to access the ECR image. Check the ECR permissions."))),
            ["allow ecr:BatchGetImage"]
        ),
        (
            .engine(
                .refused(
                    refusal(
                        "CreateFunction", 400, "InvalidParameterValueException",
                        "The role defined for the function cannot be assumed by Lambda."))),
            ["its trust policy must allow sts:AssumeRole to lambda.amazonaws.com. Then run again."]
        ),
        (
            .engine(
                .refused(
                    refusal(
                        "UpdateFunctionConfiguration", 400, "InvalidParameterValueException",
                        "The provided execution role does not have permissions to call CreateNetworkInterface on EC2"))),
            ["AWSLambdaVPCAccessExecutionRole"]
        ),
        (
            .engine(.refused(refusal("UpdateFunctionCode", 400, "InvalidParameterValueException", "Could not unzip."))),
            ["Fix what AWS reports, and run again."]
        ),
        (
            refused(
                "UpdateFunctionConfiguration", 413, "RequestEntityTooLargeException",
                "Request must be smaller than 5120 bytes for the UpdateFunctionConfiguration operation"),
            ["Remove or shorten environment variables", "4096 bytes"]
        ),
        (refused("UpdateFunctionCode", 413, "RequestEntityTooLargeException", "too large"), ["Set s3-bucket"]),
        (
            refused(
                "Invoke", 400, "InvalidParameterValueException",
                "You cannot synchronously invoke a durable function with an executionTimeout greater than 15 minutes."),
            ["Leave out the smoke test"]
        ),
        (refused("UpdateFunctionCode", 400, "CodeVerificationFailedException", "not signed"), ["AWS Signer"]),
        (.engine(.refused(refusal("Invoke", 403, "AccessDeniedException", ""))), ["allow lambda:InvokeFunction"]),
        (
            .engine(.refused(refusal("GetAlias", 400, "ExpiredTokenException", "expired"))),
            ["Get new credentials", "role-duration-seconds"]
        ),
        (
            .engine(.unreachable(operation: "GetFunction", reason: "refused")),
            ["GetFunction could not be sent", "network", "AWS_CA_BUNDLE"]
        ),
        (.engine(.unknown(operation: "UpdateAlias", reason: "reset")), ["What became of UpdateAlias is not known"]),
        (
            .engine(.timedOut(.codeUpdate, lastSeen: status, waited: .seconds(300))),
            ["after 300 s", "State: Active, LastUpdateStatus: InProgress", "wait-timeout"]
        ),
        (
            .deadlineReached(.seconds(600), isUntouched: true),
            ["stopped 10 s before its deadline of 600 s", "Nothing had been changed yet.", "raise deadline"]
        ),
        (.deadlineReached(.seconds(600), isUntouched: false), ["to have time for putting back."]),
        (.functionMissing, ["There is no function orders", "if role is given"]),
        (.engine(.functionVanished), ["someone deleted it"]),
        (.revisionMismatch(required: "r1", found: "r2"), ["r1", "r2"]),
        (.packageTypeMismatch(planned: "Image", found: "Zip"), ["Image", "Zip"]),
        (
            .onlyForCreation(["TenancyConfig"]),
            ["sets TenancyConfig to another value than the function has", "Remove TenancyConfig"]
        ),
        (.notTaken(["Tomorrow"]), ["does not show Tomorrow", "AWS's own name"]),
        (.environmentUnreadable(reason: "denied"), ["denied", "kms:Decrypt", "environment-strategy: replace"]),
        (.digestMissing, ["CodeSha256"]),
        (
            .conflict(rival, conflicts: 6),
            ["6 times", "PublishVersion", "MemorySize: 256 -> 1024", "concurrency group"]
        ),
        (
            .smokeTestFailed(.functionError(kind: "Unhandled"), run(of: "$LATEST")),
            ["The test of $LATEST failed after 2 s: the function failed (Unhandled)", "Nothing was published"]
        ),
        (
            .smokeTestFailed(.noError(expected: "Refused"), run("refusal", of: "7")),
            ["The test refusal of version 7", "did not fail", "\"Refused\"", "deploy a new version"]
        ),
        (
            .smokeTestFailed(.otherError(expected: "Refused", kind: "Handled"), run(of: "7")),
            ["failed (Handled), but not by an error with \"Refused\"", "Run again to test once more"]
        ),
        (
            .smokeTestFailed(.noAnswer(within: .seconds(20)), run(of: "$LATEST")),
            ["no answer within 20 s", "raise smoke-test-timeout"]
        ),
        (.smokeTestFailed(.notJSON, run(of: "$LATEST")), ["the answer is not JSON"]),
    ]

    private static func run(_ name: String? = nil, of qualifier: String, log: String = "boom") -> SmokeTestRun {
        let result = InvocationResult(payload: Array("x".utf8), functionError: "Unhandled", logTail: log)
        return SmokeTestRun(
            name: name, qualifier: qualifier, took: .seconds(2), result: result,
            failure: .functionError(kind: "Unhandled"))
    }

    private func evidence(log: String) -> [String] {
        let failure = SmokeTestFailure.functionError(kind: "Unhandled")
        return Diagnosis(of: .smokeTestFailed(failure, Self.run(of: "7", log: log)), functionName: "orders").evidence
            .map { $0.text(redacting: \.self) }
    }

    @Test func everyFailureSaysWhatHappenedAndWhatToDo() {
        for (failure, phrases) in Self.failures + Self.failuresInS3 {
            let diagnosis = Diagnosis(of: failure, functionName: "orders")
            let text = (diagnosis.happened + " " + diagnosis.advice).text(redacting: \.self)
            for phrase in phrases { #expect(text.contains(phrase), "\(failure): \(text)") }
            #expect(!diagnosis.title.isEmpty && !diagnosis.advice.isEmpty)
            #expect(!text.contains(".. ") && !text.contains("Optional("), "\(text)")
        }
    }

    @Test func aFailedSmokeTestNamesTheFunctionsError() {
        let answer = #"{"errorType":"ImportError","errorMessage":"No module named 'app'.\nRequire stack:"}"#
        let run = SmokeTestRun(
            name: nil, qualifier: "7", took: .zero,
            result: InvocationResult(payload: Array(answer.utf8), functionError: "Unhandled", logTail: nil),
            failure: nil)
        func told(_ failure: SmokeTestFailure) -> String {
            Diagnosis(of: .smokeTestFailed(failure, run), functionName: "orders").happened.text(redacting: \.self)
        }
        let ending = ": ImportError: No module named 'app'."
        #expect(told(.functionError(kind: "Unhandled")).hasSuffix("the function failed (Unhandled)" + ending))
        #expect(told(.otherError(expected: "lost", kind: "Unhandled")).hasSuffix("in its type or message" + ending))
    }

    @Test func aFailedSmokeTestShowsTheLog() {
        #expect(evidence(log: "line of the log") == ["Answer: x", "Log:", "line of the log"])
    }

    /// What is left of a secret at the cut would not be known for one.
    @Test func aLogThatAWSHasCutIsShownFromItsFirstWholeLineOn() {
        let long = String(repeating: "x", count: 4000)
        #expect(evidence(log: "cret\n\(long)\r\n" + long).last?.contains("cret") == false)
        #expect(evidence(log: "cret \(long)\(long)").last == "(its beginning is cut off)")
        #expect(evidence(log: "cret\n\(long)").last == "cret\n\(long)")
    }
}
