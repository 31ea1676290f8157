import AWSCore

/// What an invocation gave back.
package struct InvocationResult: Sendable, Equatable {
    package let payload: [UInt8]
    /// `Unhandled` or `Handled` when the function itself failed.
    package let functionError: String?
    /// The last 4 KB of the function's log, decoded.
    package let logTail: String?
    package let executedVersion: String?

    package init(payload: [UInt8], functionError: String?, logTail: String?, executedVersion: String?) {
        self.payload = payload
        self.functionError = functionError
        self.logTail = logTail
        self.executedVersion = executedVersion
    }
}

extension Lambda {
    /// Invokes synchronously with the log's tail. Sent once: an invocation has effects of its own.
    /// Source: https://docs.aws.amazon.com/lambda/latest/api/API_Invoke.html
    package func invoke(
        _ name: String, qualifier: String, payload: [UInt8], within budget: Duration
    ) async throws(AWSFailure) -> InvocationResult {
        fatalError("to be written")
    }
}
