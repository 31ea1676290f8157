import AWSCore
import AWSServices

// A role, a policy or a key that was made a moment ago is not known everywhere yet, and Lambda refuses what needs it.
// The messages are those that Terraform's provider waits for (internal/service/lambda/function.go).
private let signsOfPropagation = [
    "cannot be assumed by Lambda",
    "execution role does not have permissions",
    "throttled by EC2",
    "KMS key is invalid for CreateGrant",
]

private let triesAtMost = 12
private let longestPause = 10.0

extension Refusal {
    /// Whether what was refused may be accepted in a few seconds, once IAM has caught up.
    package var mayBePropagation: Bool {
        code == "InvalidParameterValueException" && signsOfPropagation.contains { message.contains($0) }
    }
}

extension FunctionEngine {
    /// Sends, and sends again for about a minute while IAM catches up: refused is not done, so nothing is repeated.
    package func whileRolesSpread<Answer>(
        _ write: Write, _ send: () async throws(AWSFailure) -> Answer
    ) async throws(Interruption) -> Answer {
        for attempt in 1..<triesAtMost {
            do {
                return try await call(send)
            } catch .failed(.refused(let refusal)) where refusal.mayBePropagation {
                tell(.retriedAfterRefusal(write, refusal))
                try await pause(.seconds(min(Double(attempt), longestPause)))
            }
        }
        return try await call(send)
    }
}
