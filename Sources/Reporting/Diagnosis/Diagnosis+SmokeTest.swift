import AWSCore
import AWSServices
import Deployment
import Engine

extension Diagnosis {
    init(of failure: SmokeTestFailure, _ run: SmokeTestRun) {
        let test: Wording = run.name.map { "The test \(supplied: $0)" } ?? "The test"
        let reason = failure.reason(of: run.result)
        self.init(
            title: "the smoke test failed",
            happened: "\(test) of \(place(run.qualifier)) failed after \(run.took): \(reason)",
            advice: failure.advice + run.whatIsNext, evidence: run.result?.evidence ?? [])
    }
}

extension SmokeTestFailure {
    fileprivate func reason(of result: InvocationResult?) -> Wording {
        switch self {
        case .functionError(let kind): "the function failed (\(ours: kind))\(result?.error ?? "")."
        case .notJSON: "the answer is not JSON, so it cannot contain what was expected."
        case .unexpected(let mismatch):
            "at \(supplied: mismatch.path) the answer has \(mismatch.found.map { .supplied($0.text) } ?? "nothing"), "
                + "expected \(supplied: mismatch.expected.text)."
        case .noError(let expected):
            "the function did not fail, expected an error with \(supplied: expected.quoted) in it."
        case .otherError(let expected, let kind):
            "the function failed (\(ours: kind)), but not by an error with \(supplied: expected.quoted) in its type or message"
                + "\(result?.error ?? "")."
        case .noAnswer(let time):
            "there was no answer within \(time), the test's timeout. The function may still be running."
        }
    }

    fileprivate var advice: Wording {
        guard case .noAnswer = self else { return "" }
        return "The first call of new code includes its initialisation: if it needs longer, raise smoke-test-timeout. "
    }
}

extension SmokeTestRun {
    fileprivate var whatIsNext: Wording {
        if qualifier == "$LATEST" {
            return "Nothing was published. Fix the function or the test, and run again."
        }
        if qualifier == FunctionConfiguration.latestPublished {
            return
                "Unqualified calls already reach it. Deploy the previous package, or fix the function and deploy; "
                + "with an alias, a version is tested before it gets traffic."
        }
        return "Run again to test once more, or fix the function and deploy a new version."
    }
}

extension InvocationResult {
    /// `: Runtime.ImportModuleError: Cannot find module 'index'`, as far as the answer says so, and each in its first line:
    /// many see no more of a failed step than its annotation.
    fileprivate var error: Wording {
        let answer = JSONValue(parsing: payload)
        return ["errorType", "errorMessage"]
            .compactMap { answer?[$0]?.string?.split(whereSeparator: \.isNewline).first }
            .map { ": \(supplied: String($0).withoutFullStop)" }
            .joined(separator: "")
    }

    fileprivate var evidence: [Wording] {
        ["Answer: \(supplied: payloadText)"] + (logTail.map { ["Log:", wholeLines($0)] } ?? [])
    }
}

/// AWS cuts a log to its last 4 KB, through a secret perhaps, whose rest nobody would know for one.
private func wholeLines(_ log: String) -> Wording {
    guard log.utf8.count >= 4096 else { return .supplied(log) }
    let rest = log.unicodeScalars.drop { $0 != "\n" }
    return "(its beginning is cut off)\(supplied: String(rest))"
}
