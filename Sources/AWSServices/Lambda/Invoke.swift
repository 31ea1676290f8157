import AWSCore

/// What an invocation gave back.
package struct InvocationResult: Sendable, Equatable {
    package let payload: [UInt8]
    /// `Unhandled` or `Handled` when the function itself failed.
    package let functionError: String?
    /// The last 4 KB of the function's log, decoded.
    package let logTail: String?

    package init(payload: [UInt8], functionError: String?, logTail: String?) {
        self.payload = payload
        self.functionError = functionError
        self.logTail = logTail
    }
}

extension Lambda {
    /// Invokes synchronously with the log's tail. Sent once: an invocation has effects of its own.
    /// - Parameters:
    ///   - patience: the longest to wait for an answer, once the invocation is sent.
    ///   - budget: for all of it; an invocation that is throttled is sent again within it.
    ///
    /// Source: https://docs.aws.amazon.com/lambda/latest/api/API_Invoke.html
    package func invoke(
        _ name: String, qualifier: String, payload: [UInt8], patience: Duration, within budget: Duration
    ) async throws(AWSFailure) -> InvocationResult {
        var call = AWSCall.write("Invoke", .post, functionPath(name, "invocations"), body: .bytes(payload))
        call.query = [HTTPQueryItem(name: "Qualifier", value: qualifier)]
        call.headers.append(.init(name: "X-Amz-Invocation-Type", value: "RequestResponse"))
        call.headers.append(.init(name: "X-Amz-Log-Type", value: "Tail"))
        call.idle = patience + .seconds(10)  // a function may be silent for as long as it runs
        call.longestTry = patience
        call.answerBytes = 8 << 20  // of which the function has 6 MB
        call.harmlessFaults = faultsBeforeInvocation
        return try await client.send(call, within: budget) { answer throws(UnreadableAnswer) in
            // 202 and 204 answer other questions: to run it later, and not to run it.
            guard answer.status == 200 else {
                throw UnreadableAnswer(reason: "the answer was \(answer.status), by which nothing was run")
            }
            return InvocationResult(
                payload: answer.body, functionError: answer.headers["X-Amz-Function-Error"],
                logTail: answer.headers["X-Amz-Log-Result"].flatMap(decodedBase64))
        }
    }
}

/// Faults (502) that say that the function could not be started.
/// Source: https://docs.aws.amazon.com/lambda/latest/api/API_Invoke.html#API_Invoke_Errors
private let faultsBeforeInvocation: Set = [
    "EC2AccessDeniedException", "EC2ThrottledException", "EC2UnexpectedException", "ENILimitReachedException",
    "ENINotReadyException",
    "InvalidRuntimeException", "InvalidSecurityGroupIDException", "InvalidSubnetIDException",
    "InvalidZipFileException", "KMSAccessDeniedException", "KMSDisabledException", "KMSInvalidStateException",
    "KMSNotFoundException", "ResourceNotReadyException", "SubnetIPAddressLimitReachedException",
]
