import AWSCore
import AWSServices
import Deployment

/// `$LATEST`, `version 7`.
func place(_ qualifier: String) -> Wording {
    qualifier.hasPrefix("$LATEST") ? "\(ours: qualifier)" : "version \(ours: qualifier)"
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
