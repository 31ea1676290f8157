import AWSServices

/// What becomes of `$LATEST` if the run fails once it has changed it.
package enum OnFailure: String, Sendable, CaseIterable {
    /// `restore` where callers may get `$LATEST` itself, `keep` where an alias shields them.
    case auto
    /// Code, configuration and tags go back to what they were.
    case restore
    case keep
}

extension DeploymentPlan {
    /// Whether a failure puts `$LATEST` back.
    /// - Parameter alias: that which is to move, as the run found it. One that is not there, or serves `$LATEST`, shields nobody.
    package func restoresLatest(behind alias: AliasConfiguration?) -> Bool {
        switch onFailure {
        case .auto: alias.map { $0.functionVersion == "$LATEST" } ?? true
        case .restore: true
        case .keep: false
        }
    }
}
