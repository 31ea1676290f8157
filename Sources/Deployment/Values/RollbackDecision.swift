import AWSServices

/// Where an alias is to go back to, and how that is known.
package struct RollbackDecision: Sendable, Equatable {
    package enum Reason: Sendable, Equatable {
        case asked
        case described(String)
        /// The record in the alias's description, or in that of the version it points to.
        case recordedInAlias, recordedInVersion
        /// A newer version gets a part of the traffic: it is taken away from it.
        case halfShifted
        /// Nothing is recorded.
        case guessed
    }

    /// Where the alias points now.
    package let present: String
    package let target: VersionNumber
    package let reason: Reason
}
