import AWSServices
import Engine

/// What stood before anything was touched.
struct Baseline: Sendable {
    /// `nil`: there is no such function.
    let latest: Snapshot?
    /// The alias that is to move; `nil`: none is to, or it is not there.
    let alias: AliasConfiguration?
}
