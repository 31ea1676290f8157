import AWSServices

/// What a wait is for.
package enum Waiting: Sendable, Equatable {
    case otherUpdate
    /// The function is in a state in which it cannot be updated, and no update is the reason.
    case readiness
    case creation
    case codeUpdate
    case configurationUpdate
    case tags
    case wakingUp
    /// Before `$LATEST` is put back.
    case restoration
    case lookUp(Write)
    case version(String)
    /// A version that was asleep.
    case versionAwakening(String)
    /// For the instances that are kept warm for an alias, by its name.
    case warmUp(String)
    /// Someone else's deployment in the group, by its id.
    case codeDeploy(String)
}

extension Waiting {
    /// - Parameter configuration: `$LATEST` as it was found, not ready.
    package init(onto configuration: FunctionConfiguration) {
        self = configuration.lastUpdateStatus == .inProgress ? .otherUpdate : .readiness
    }
}
