import AWSServices

/// Why an alias goes over at once although steps are planned.
package enum NotShared: Sendable, Equatable {
    case aliasIsNew
    /// AWS shares traffic between published versions only.
    case servesLatest
    /// It serves the version already, but for leftover weights.
    case servesTheVersion
}

extension NotShared {
    /// `nil`: the alias can give a share to the version.
    package init?(_ alias: AliasConfiguration?, _ number: String) {
        guard let alias else {
            self = .aliasIsNew
            return
        }
        if alias.functionVersion == "$LATEST" {
            self = .servesLatest
        } else if alias.functionVersion == number {
            self = .servesTheVersion
        } else {
            return nil
        }
    }
}
