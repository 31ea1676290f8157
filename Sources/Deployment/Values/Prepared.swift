import AWSServices

/// All that a release needs: what stands between the two halves of a deployment.
struct Prepared: Sendable {
    /// As it was seen before anything was touched; `nil`: none is to move, or it is not there yet.
    let alias: AliasConfiguration?
    /// Tested, and able to take traffic; `nil`: there is nothing to be released.
    let version: FunctionConfiguration?
}
