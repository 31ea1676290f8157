import AWSServices
import Engine

/// What becomes of `$LATEST` after a failure.
package enum RestorationFact: Sendable {
    /// It keeps what this run has made of it.
    case kept(ReasonToKeep)
    /// These go back, over what was seen.
    case began(Changes, over: FunctionDescription, differences: [Difference])
    /// - Parameter others: what others have changed during the run: it stays.
    case restored(others: [Difference])
    case failed(NotRestored)
}
