import AWSCore
import AWSServices

/// One smoke test, run once.
package struct SmokeTestRun: Sendable, Equatable {
    package let name: String?
    /// `$LATEST`, or the number of a version.
    package let qualifier: String
    package let took: Duration
    /// `nil`: there was no answer in time.
    package let result: InvocationResult?
    /// `nil`: it passed.
    package let failure: SmokeTestFailure?

    package init(
        name: String?, qualifier: String, took: Duration, result: InvocationResult?, failure: SmokeTestFailure?
    ) {
        self.name = name
        self.qualifier = qualifier
        self.took = took
        self.result = result
        self.failure = failure
    }
}

package enum SmokeTestFailure: Sendable, Equatable {
    /// The function itself failed.
    case functionError(kind: String)
    case notJSON
    /// The first place where the answer is not what was expected.
    case unexpected(Mismatch)
    /// The function did well although an error was expected.
    case noError(expected: String)
    /// The function failed otherwise than was expected.
    case otherError(expected: String, kind: String)
    case noAnswer(within: Duration)

    /// `nil`: the test passed.
    package init?(of result: InvocationResult, _ criterion: SmokeTest.Criterion) {
        switch (criterion, result.functionError) {
        case (.error(let text), let kind?):
            if result.isError(with: text) { return nil }
            self = .otherError(expected: text, kind: kind)
        case (.error(let text), nil): self = .noError(expected: text)
        case (_, let kind?): self = .functionError(kind: kind)
        case (.success, nil): return nil
        case (.answer(let expected), nil):
            guard let answer = JSONValue(parsing: result.payload) else {
                self = .notJSON
                return
            }
            guard let mismatch = Mismatch(ofAnswer: answer, expected: expected) else { return nil }
            self = .unexpected(mismatch)
        }
    }
}

extension InvocationResult {
    /// Source: https://docs.aws.amazon.com/lambda/latest/dg/python-exceptions.html, and alike for every runtime
    fileprivate func isError(with text: String) -> Bool {
        let error = JSONValue(parsing: payload)
        return [error?["errorType"], error?["errorMessage"]].contains { $0?.string?.contains(text) == true }
    }
}
