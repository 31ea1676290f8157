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
        case .began(_, _, let differences):
            [.said("Putting back what this run has changed:")] + differences.map { .detail($0.wording) }
        case .restored(let others):
            others.isEmpty
                ? [.said("$LATEST is back to what it was before this run")]
                : [.said("Nothing of this run is left on $LATEST. What someone else has changed meanwhile stays:")]
                    + others.map { .detail($0.wording) }
        case .failed(.otherwise(let differences)):
            [.said("$LATEST is not as it was before this run:")] + differences.map { .detail($0.wording) }
        case .failed: [.said("$LATEST was not put back")]
        }
    }
}
