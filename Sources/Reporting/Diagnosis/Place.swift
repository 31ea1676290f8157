import AWSCore
import AWSServices
import Deployment

/// Where a function was looked for, and as whom.
package struct Place: Sendable {
    let region: String
    /// `nil`: not known.
    let caller: CallerIdentity?

    package init(region: String, caller: CallerIdentity?) {
        self.region = region
        self.caller = caller
    }

    var sentence: Wording {
        guard let caller else { return "It was looked for in \(ours: region)." }
        let who = ARN(caller.arn).map { String($0.resource) } ?? caller.arn
        return "It was looked for in \(ours: region), account \(ours: caller.account), as \(supplied: who)."
    }
}

extension Diagnosis {
    /// The same, with where AWS was asked.
    func with(_ place: Place?) -> Diagnosis {
        guard let place else { return self }
        var diagnosis = self
        diagnosis.happened = "\(happened) \(place.sentence)"
        return diagnosis
    }
}

extension Ending {
    /// Whether another account, role or Region may be the cause, and nothing else tells which they are.
    package var isExplainedByPlace: Bool {
        switch self {
        case .failed(.functionMissing), .failed(.rollbackImpossible(.noAlias)): true
        default: false
        }
    }
}
