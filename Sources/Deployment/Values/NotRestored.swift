import Engine

/// Why `$LATEST` is not, or not wholly, as it was before the run.
package enum NotRestored: Sendable {
    /// The run was cancelled, and there were only seconds.
    case noTime
    /// The code that stood before could not be kept.
    case noCode
    /// All is back but the code: nobody can tell whose it is that stands.
    case codeInDoubt
    /// All is back but the tags: nobody may read them.
    case tagsUnseen
    /// AWS has taken what was sent, and these still differ.
    case otherwise([Difference])
    case failure(DeploymentFailure)
}

/// Why `$LATEST` keeps what a run that failed has made of it.
package enum ReasonToKeep: Sendable {
    /// `on-failure: keep`.
    case asked
    /// By default, as callers reach a version through an alias.
    case shielded(alias: String)
    /// The run has created the function.
    case created
}
