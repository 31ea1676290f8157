/// What is known not to work before anything is written: AWS rules it out for good, and would refuse it only after a part has
/// been written; or it would be live, and could not run.
package enum ForeseenRefusal: Sendable, Equatable {
    /// - Parameters:
    ///   - bytes: of all variables as they would stand.
    ///   - largest: some of them, the largest first.
    case variablesTooLarge(bytes: Int, largest: [Variable])
    /// Source: https://github.com/aws/aws-extensions-for-dotnet-cli/issues/450
    case executionTimeoutMissing
    case testNeverCalled(executionTimeout: Int)
    /// `$LATEST` is to be tested, and cannot be invoked on managed instances.
    case latestNotInvocable
    /// Whatever the cause: AWS tells none.
    case layersMissing([Layer])
    case packageCannotWork([PackageFinding])

    package struct Variable: Sendable, Equatable {
        package let name: String
        package let bytes: Int
        /// By this run; else it stands.
        package let isGiven: Bool
    }

    package struct Layer: Sendable, Equatable {
        package let arn: String
        /// Of the function's account; else nobody tells whether it is not there or not shared.
        package let isOwn: Bool
    }
}

/// In seconds. A durable function that may run for longer takes no synchronous call.
/// Source: https://github.com/serverless/serverless/issues/13587
let longestInvocation = 900
