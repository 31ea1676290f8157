import AWSServices
import Deployment

extension Diagnosis {
    init(of failure: SmokeTestFailure, _ run: SmokeTestRun) {
        let test = run.name.map { "The test \($0)" } ?? "The test"
        self.init(
            title: "The smoke test failed",
            happened: "\(test) of \(place(run.qualifier)) failed after \(run.took.wording): \(failure.reason)",
            advice: failure.advice + run.whatIsNext, evidence: run.result?.evidence ?? [])
    }
}

extension SmokeTestFailure {
    fileprivate var reason: String {
        switch self {
        case .functionError(let kind): "the function failed (\(kind))."
        case .notJSON: "the answer is no JSON, so it cannot contain what was expected."
        case .unexpected(let mismatch):
            "at \(mismatch.path) the answer has \(mismatch.found?.text ?? "nothing"), "
                + "expected was \(mismatch.expected.text)."
        case .noError(let expected):
            "the function did not fail, expected was an error with \(expected.quoted) in it."
        case .otherError(let expected, let kind):
            "the function failed (\(kind)), but not by an error with \(expected.quoted) in its type or message."
        case .noAnswer(let time):
            "there was no answer within \(time.wording), the test's time. The function may still be at it."
        }
    }

    fileprivate var advice: String {
        guard case .noAnswer = self else { return "" }
        return "The first call of new code includes its start: if it needs longer, raise smoke-test-timeout. "
    }
}

extension SmokeTestRun {
    fileprivate var whatIsNext: String {
        if qualifier == "$LATEST" {
            return "What was tested was not published and got no traffic. "
                + "Mend the function, or the test, and deploy again."
        }
        return "Run it again, and version \(qualifier) is tested again, and used if it passes; "
            + "or mend the function and deploy, and a new version is made."
    }
}

extension InvocationResult {
    fileprivate var evidence: [String] {
        ["Answer: \(payloadText)"] + (logTail.map { ["Log:", wholeLines($0)] } ?? [])
    }
}

/// AWS cuts a log to its last 4 KB, through a secret perhaps, whose rest nobody would know for one.
private func wholeLines(_ log: String) -> String {
    guard log.utf8.count >= 4096 else { return log }
    let rest = log.unicodeScalars.drop { $0 != "\n" }
    return "(its beginning is cut off)" + String(rest)
}
