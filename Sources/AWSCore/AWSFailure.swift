/// Why a call to AWS did not give an answer that can be used, told apart by what may have happened at AWS.
package enum AWSFailure: Error, Sendable, Equatable {
    /// AWS answered and refused: nothing was done.
    case refused(Refusal)
    /// It was sent, and what came of it is not known: a reset, a time-out, a 5xx, an answer that cannot be read.
    /// For a read it means that nothing was learned, for all the retries.
    case outcomeUnknown(operation: String, reason: String)
    /// Nothing was sent, for all the retries: the connection never opened, or its other end could not be trusted.
    case unreachable(operation: String, reason: String)
    /// The run was cancelled while the call was under way. A write may have been carried out.
    case cancelled(operation: String)
}

/// What AWS said when it refused. The message is AWS's own text: never trusted to be harmless.
package struct Refusal: Sendable, Equatable {
    package let operation: String
    package let status: Int
    /// The error's name without its namespace: `ResourceConflictException`.
    package let code: String
    package let message: String
    /// What of a limit was reached, where AWS tells it beside a name that stands for all: `CallerRateLimitExceeded`.
    package var reason: String?
    package let requestID: String?

    package init(operation: String, status: Int, code: String, message: String, requestID: String?) {
        self.operation = operation
        self.status = status
        self.code = code
        self.message = message
        self.requestID = requestID
    }
}

extension Refusal {
    /// The keys have come to their end: by these no later call fares better. S3's name is the shorter one.
    /// Source: https://docs.aws.amazon.com/lambda/latest/api/CommonErrors.html
    package var saysKeysHaveExpired: Bool { code == Self.expired || code == "ExpiredToken" }

    /// The same, without asking AWS: the keys have come to their end, and nobody has others.
    static func keysHaveExpired(_ operation: String, _ reason: String) -> Refusal {
        Refusal(
            operation: operation, status: 403, code: expired,
            message: "The keys have come to their end, and new ones could not be had: \(reason)", requestID: nil)
    }

    private static let expired = "ExpiredTokenException"
}
