// A test that is refused, or finds no room to run in.
//
// Source: https://docs.aws.amazon.com/lambda/latest/api/API_Invoke.html#API_Invoke_Errors
extension Remedy {
    static let invocations =
        throttling + [
            row(
                "ResourceNotReadyException", cause: "the function is still waking up",
                cure: "Run again in a few minutes: it was idle, and its network is being set up again."),
            row(
                "CodeArtifactUserPendingException", cause: "the function is not ready yet",
                cure: "Run again in a few minutes: Lambda is still setting up its access to the code."),
            row(
                "ModeNotSupportedException", cause: "the function does not accept this kind of call",
                cure: "Leave out the smoke test: the function answers no synchronous call."),
            row(
                "NoPublishedVersionException", cause: "the function has no published version",
                cure: "Leave out publish and smoke-test-target, so that a version is published and tested."),
            row(
                "RecursiveInvocationException", cause: "Lambda stopped a loop of calls",
                cure:
                    "Look for what makes the function call itself, such as a queue or a bucket that it also writes to."),
            row(
                "RequestTooLargeException", "SerializedRequestEntityTooLargeException",
                cause: "the test's payload is too large", cure: "Shorten smoke-test-payload: AWS takes 6 MB at most."),
            row(
                "InvalidRequestContentException", "UnsupportedMediaTypeException",
                cause: "AWS does not take the test's payload", cure: "Check that smoke-test-payload is JSON."),
            // Source: https://github.com/serverless/serverless/issues/13587
            row(
                "InvalidParameterValueException", sign: "cannot synchronously invoke a durable function",
                cause: "the function does not accept this kind of call",
                cure:
                    "Leave out the smoke test: AWS accepts no synchronous call of a durable function that may run for that "
                    + "long."),
        ]

    /// Most are reasons of one error, TooManyRequestsException.
    /// Source: https://docs.aws.amazon.com/lambda/latest/dg/lambda-concurrency.html
    private static let throttling = [
        row(
            "ReservedFunctionConcurrentInvocationLimitExceeded", cause: "the function has no concurrency left",
            cure:
                "Raise the function's reserved concurrency, which turns it off where it is 0, or run again when fewer calls "
                + "are under way."),
        row(
            "ConcurrentInvocationLimitExceeded", cause: "the account has no concurrency left",
            cure:
                "Run again when fewer calls are under way, or raise the quota of concurrent executions in Service Quotas."
        ),
        row(
            "ReservedFunctionInvocationRateLimitExceeded", cause: "the function is called too often",
            cure: "Run again when it is called less, or raise its reserved concurrency, which also bounds its rate."),
        row(
            "FunctionInvocationRateLimitExceeded", cause: "the function is called too often",
            cure: "Run again when it is called less, or raise the quota of concurrent executions in Service Quotas."),
        row(
            "ConcurrentSnapshotCreateLimitExceeded", cause: "too many snapshots are being made",
            cure: "Run again in a few minutes: the account makes as many SnapStart snapshots at a time as it may."),
        row(
            "CallerRateLimitExceeded", "TooManyRequestsException", "ThrottlingException", "Throttling",
            "ThrottledException", "RequestThrottled", "RequestThrottledException", "RequestLimitExceeded", "SlowDown",
            cause: nil, cure: "Other callers are using up the account's request quota; run again later."),
    ]
}
