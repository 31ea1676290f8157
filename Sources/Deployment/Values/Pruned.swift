import AWSCore
import AWSServices
import Engine

/// What became of the versions that were to be deleted.
package struct Pruned: Sendable {
    /// For code that found no room; else it is what comes after a release.
    package let isForRoom: Bool
    package internal(set) var deleted: [VersionNumber] = []
    /// They stay because something calls them by their number.
    package internal(set) var used: [UsedVersion] = []
    package internal(set) var left: [VersionNumber] = []
    /// Why the last of those that are left was not deleted.
    package internal(set) var refusal: Refusal?
    /// The same, where it is not about that version.
    package internal(set) var failure: EngineFailure?
    package internal(set) var isOutOfTime = false
    /// Why nothing more was deleted, or not all that could be.
    package internal(set) var trouble: DeploymentFailure?

    init(isForRoom: Bool) {
        self.isForRoom = isForRoom
    }
}

package struct UsedVersion: Sendable, Equatable {
    package let number: VersionNumber
    package let use: VersionUse
}

/// How a version is used that no alias needs to point to.
package enum VersionUse: Sendable, Equatable {
    case eventSourceMapping, eventInvokeConfig, policy, durableExecution
}
