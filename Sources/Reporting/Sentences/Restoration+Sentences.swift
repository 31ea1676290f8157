import AWSCore
import Deployment
import Engine

extension RestorationFact {
    var sentences: [Sentence] {
        switch self {
        case .kept(.created): [.said("The function stays: this run has created it")]
        case .kept(.asked): [.said("$LATEST stays as it is (on-failure: keep)")]
        case .kept(.shielded(let alias)):
            [.said("$LATEST stays as it is: alias \(ours: alias) shields its callers (on-failure: auto)")]
        case .began(let changes, _):
            [.said("Putting back what this run has changed:")] + changes.differences.map { .detail($0.wording) }
        case .restored(let others):
            [.said("$LATEST is back to what it was before this run")]
                + (others.isEmpty ? [] : [.said("What someone else has changed meanwhile stays:")])
                + others.map { .detail($0.wording) }
        case .failed(.otherwise(let differences)):
            [.said("$LATEST is not as it was before this run:")] + differences.map { .detail($0.wording) }
        case .failed: [.said("$LATEST was not put back")]
        }
    }
}
