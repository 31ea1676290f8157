import AWSCore
import AWSServices
import Deployment
import Testing

@testable import LockstepAction

@Suite struct DiagnosisTests {
    private static func refusal(_ operation: String, _ status: Int, _ code: String, _ message: String) -> Refusal {
        Refusal(operation: operation, status: status, code: code, message: message, requestID: nil)
    }

    private static let status = Status(
        FunctionConfiguration(members: ["State": .string("Active"), "LastUpdateStatus": .string("InProgress")]))

    private static let rival = Rival(
        during: .publishVersion,
        differences: [Difference(name: "MemorySize", before: .integer(256), after: .integer(1024))])

    /// Each failure with what a person must read in it.
    private static let failures: [(DeploymentFailure, [String])] = [
        (.cancelled, ["was cancelled", "Run it again"]),
        (
            .refused(refusal("PublishVersion", 403, "AccessDeniedException", "no")),
            ["PublishVersion", "allow lambda:PublishVersion"]
        ),
        (
            .refused(
                refusal(
                    "CreateFunction", 403, "AccessDeniedException",
                    "User: x is not authorized to perform: iam:PassRole on resource: y")),
            ["iam:PassRole", "allow iam:PassRole"]
        ),
        (
            .refused(
                refusal(
                    "UpdateFunctionCode", 403, "AccessDeniedException",
                    "Your access has been denied by S3, please make sure your request credentials have permission to "
                        + "GetObject for packages/1.zip. S3 Error Code: AccessDenied. S3 Error Message: Access Denied")),
            ["allow s3:GetObject"]
        ),
        (
            .refused(
                refusal(
                    "CreateFunction", 403, "AccessDeniedException",
                    "Lambda does not have permission to access the ECR image. Check the ECR permissions.")),
            ["allow ecr:BatchGetImage"]
        ),
        (.refused(refusal("Invoke", 403, "AccessDeniedException", "")), ["allow lambda:InvokeFunction"]),
        (.refused(refusal("GetAlias", 400, "ExpiredTokenException", "expired")), ["does not accept the credentials"]),
        (
            .unreachable(operation: "GetFunction", reason: "refused"),
            ["GetFunction could not be sent", "network", "AWS_CA_BUNDLE"]
        ),
        (.unknown(operation: "UpdateAlias", reason: "reset"), ["What became of UpdateAlias is not known"]),
        (
            .timedOut(.codeUpdate, lastSeen: status, waited: .seconds(300)),
            ["after 300 s", "State: Active, LastUpdateStatus: InProgress", "wait-timeout"]
        ),
        (.functionMissing, ["There is no function orders", "give role"]),
        (.functionVanished, ["somebody deleted it"]),
        (.creationFailed(reason: "No subnet."), ["No subnet.", "Delete the function"]),
        (.revisionMismatch(required: "r1", found: "r2"), ["r1", "r2"]),
        (.packageTypeMismatch(planned: "Image", found: "Zip"), ["Image", "Zip"]),
        (.environmentUnreadable(reason: "denied"), ["denied", "kms:Decrypt", "environment-strategy: replace"]),
        (.digestMissing, ["CodeSha256"]),
        (
            .updateFailed(.updateFunctionCode, reason: "Bad zip.", reasonCode: "InvalidZipFileException"),
            ["InvalidZipFileException: Bad zip. Calls still get", "Build the package anew"]
        ),
        (.versionFailed(version: "7", reason: "init"), ["Version 7", "init"]),
        (
            .conflict(rival, conflicts: 6),
            ["6 times", "PublishVersion", "MemorySize: 256 -> 1024", "concurrency group"]
        ),
        (
            .smokeTestFailed(
                .functionError(
                    kind: "Unhandled",
                    InvocationResult(payload: [], functionError: "Unhandled", logTail: "boom"))),
            ["The function failed (Unhandled)", "got no traffic"]
        ),
    ]

    @Test func everyFailureSaysWhatHappenedAndWhatToDo() {
        for (failure, phrases) in Self.failures {
            let diagnosis = Diagnosis(of: failure, functionName: "orders")
            let text = "\(diagnosis.happened) \(diagnosis.advice)"
            for phrase in phrases { #expect(text.contains(phrase), "\(failure): \(text)") }
            #expect(!diagnosis.title.isEmpty && !diagnosis.advice.isEmpty)
            #expect(!text.contains(".. ") && !text.contains("Optional("), "\(text)")
        }
    }

    @Test func aFailedSmokeTestShowsTheLog() {
        let result = InvocationResult(
            payload: Array("x".utf8), functionError: "Unhandled", logTail: "line of the log")
        let diagnosis = Diagnosis(
            of: .smokeTestFailed(.functionError(kind: "Unhandled", result)), functionName: "orders")
        #expect(diagnosis.evidence == ["Answer: x", "Log:", "line of the log"])
    }
}
