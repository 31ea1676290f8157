import AWSCore
import Deployment
import Engine
import Testing

@testable import Reporting

/// In a list of annotations the titles alone tell one cause from another.
@Suite struct TitleTests {
    private static let rows: [(operation: String, code: String, message: String, title: String)] = [
        ("GetFunction", "ExpiredTokenException", "The security token is expired", "the AWS credentials have expired"),
        ("GetFunction", "UnrecognizedClientException", "invalid", "AWS does not accept the credentials"),
        (
            "UpdateAlias", "AccessDeniedException", "User: x is not authorized to perform: lambda:UpdateAlias on y",
            "lambda:UpdateAlias is not allowed"
        ),
        ("Invoke", "AccessDeniedException", "", "lambda:InvokeFunction is not allowed"),
        (
            "CreateFunction", "AccessDeniedException", "not authorized to perform: iam:PassRole on y",
            "iam:PassRole is not allowed"
        ),
        (
            "UpdateFunctionConfiguration", "InvalidParameterValueException",
            "Value node22 at 'runtime' failed to satisfy constraint: Member must satisfy enum value set",
            "AWS rejected the runtime"
        ),
        (
            "CreateFunction", "InvalidParameterValueException",
            "The runtime parameter of nodejs12.x is no longer supported", "AWS rejected the runtime"
        ),
        ("UpdateFunctionCode", "InvalidParameterValueException", "Could not unzip", "AWS rejected the code"),
        ("GetFunction", "TooManyRequestsException", "Rate exceeded", "AWS throttles GetFunction"),
        ("PublishVersion", "CodeStorageExceededException", "full", "the Region's code storage is full"),
        ("PublishVersion", "ServiceUnknown", "what", "AWS refused PublishVersion"),
    ]

    @Test func aRefusalsTitleNamesTheCause() {
        for row in Self.rows {
            let refusal = Refusal(
                operation: row.operation, status: 403, code: row.code, message: row.message, requestID: nil)
            #expect(Diagnosis(of: .engine(.refused(refusal)), functionName: "orders").title == row.title)
        }
    }

    /// The runner masks nothing in a title, and AWS's words may hold anything.
    @Test(arguments: ["s3cret", "hunter", "s3cret:a b", "a:s3cret!", "::error::x", "lambda:\u{301}x"])
    func noTitleHoldsWordsOfAWSs(word: String) {
        for message in ["not authorized to perform: \(word) on y", "Value x at '\(word)' failed to satisfy constraint"]
        {
            for code in ["AccessDeniedException", "InvalidParameterValueException"] {
                let refusal = Refusal(
                    operation: "UpdateAlias", status: 403, code: code, message: message, requestID: nil)
                let title = Diagnosis(of: .engine(.refused(refusal)), functionName: "orders").title
                #expect(
                    !title.contains("!") && !title.contains("s3cret") && !title.contains("hunter")
                        && !title.contains("::"), "\(title)")
            }
        }
    }
}
