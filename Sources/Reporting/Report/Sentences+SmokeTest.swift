import AWSServices
import Deployment

extension Fact {
    var smokeTestSentences: [Sentence]? {
        switch self {
        case .smokeTestBegan(let name, let qualifier):
            [.said(name.map { "Test \($0): invoking \(place(qualifier))" } ?? "Invoking \(place(qualifier))")]
        case .smokeTestEnded(let run):
            [.said("\(run.status.capital) after \(run.took.wording)")]
                + (run.failure == nil ? run.result.map { [.quoted($0.payloadText)] } ?? [] : [])
        case .snapshotNotTested:
            [
                .warning(
                    title: "The smoke test does not see the snapshot",
                    "SnapStart is on, and only published versions have a snapshot: $LATEST may pass the test, and the "
                        + "version that is restored fail it. Set smoke-test-target to version.")
            ]
        default: nil
        }
    }
}

/// `$LATEST`, `version 7`.
func place(_ qualifier: String) -> String {
    qualifier == "$LATEST" ? qualifier : "version \(qualifier)"
}

extension SmokeTestRun {
    var status: String {
        switch (failure, result?.functionError) {
        case (nil, nil): "passed"
        case (nil, _?): "failed as expected"
        case (.noAnswer, _): "no answer"
        case (_?, _): "failed"
        }
    }
}

extension InvocationResult {
    /// The answer as text. Whoever shows it cuts it, once secrets are out of it: a part of one would not be known.
    var payloadText: String { String(decoding: payload, as: UTF8.self) }
}

extension String {
    fileprivate var capital: String { prefix(1).uppercased() + dropFirst() }
}
