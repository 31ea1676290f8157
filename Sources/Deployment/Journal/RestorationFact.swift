import AWSCore
import AWSServices
import Engine

/// What becomes of `$LATEST` after a failure.
package enum RestorationFact: Sendable {
    /// It keeps what this run has made of it.
    case kept(Reason)
    /// These go back, over what was seen.
    case began(Changes, over: FunctionDescription)
    /// - Parameter others: what others have changed during the run: it stays.
    case restored(others: [Difference])
    /// Nobody knows how it stands now, other than by the last look.
    case failed(Obstacle)

    package enum Obstacle: Sendable {
        /// The run was cancelled, and there were only seconds.
        case noTime
        /// The code that stood before could not be kept.
        case noCode
        /// All but the tags: nobody may read them.
        case tagsUnseen
        /// AWS has taken what was sent, and shows something else.
        case otherwise([Difference])
        case failure(DeploymentFailure)
    }

    package enum Reason: Sendable {
        /// `on-failure: keep`.
        case asked
        /// By default, as callers reach a version through an alias.
        case shielded(alias: String)
        /// This run has created the function.
        case created
    }
}
