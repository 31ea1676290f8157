import AWSServices
import Engine

/// What was told of an alias's provisioned concurrency.
package enum Provisioning: Sendable, Equatable {
    /// `nil`: it has none.
    case told(ProvisionedConcurrency?)
    case untold
}

/// How far an alias is that was moved, if instances are kept warm for it.
package enum WarmUp: Sendable, Equatable {
    case warm
    case notYet
    case failed(reason: String)
    /// A weight as AWS sets it, and nothing is said to be warming up.
    case unexplained
    /// The routing is neither ours nor one of AWS's.
    case somebodyElses

    /// What one look says by itself. AWS sets a weight of its own only while it says that it is warming up. Where it may not
    /// be asked, it is believed.
    /// - Parameters:
    ///   - seen: how the alias is routed now.
    ///   - number: the version that it was moved to.
    ///   - before: as it stood before that.
    package init(_ seen: Routing, movedTo number: String, from before: AliasConfiguration, _ provisioning: Provisioning)
    {
        let moved = Routing(version: number)
        let isHeld = seen.mayBeWarmUp(of: moved, from: before)
        guard isHeld || seen == moved else {
            self = .somebodyElses
            return
        }
        switch provisioning {
        case .untold: self = isHeld ? .notYet : .warm
        case .told(nil): self = isHeld ? .unexplained : .warm
        case .told(let kept?):
            switch kept.state {
            case .failed: self = .failed(reason: kept.reason.orNoReason)
            case .ready: self = isHeld ? .unexplained : .warm
            case .inProgress, .other: self = .notYet
            }
        }
    }
}
