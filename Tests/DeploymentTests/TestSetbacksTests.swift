import AWSCore
import Testing

@testable import Deployment

/// By the names of Lambda's model: a test that is refused so is run again.
@Test(arguments: [
    "ResourceNotReadyException", "SnapStartNotReadyException", "SnapStartRegenerationFailureException",
    "CodeArtifactUserPendingException", "ENINotReadyException",
])
func aFunctionThatIsNotReadyYetIsAskedAgain(code: String) {
    #expect(Refusal(operation: "Invoke", status: 409, code: code, message: "", requestID: nil).saysNotReady)
}
