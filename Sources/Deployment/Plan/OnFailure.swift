/// What becomes of `$LATEST` if the run fails once it has changed it.
package enum OnFailure: String, Sendable, CaseIterable {
    /// `restore` where callers reach `$LATEST` itself, `keep` where an alias shields them.
    case auto
    /// Code, configuration and tags go back to what they were.
    case restore
    case keep
}

extension DeploymentPlan {
    /// Whether a failure puts `$LATEST` back.
    package var restoresLatest: Bool {
        switch onFailure {
        case .auto: publication?.alias == nil
        case .restore: true
        case .keep: false
        }
    }
}
