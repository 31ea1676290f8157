import AWSCore
import AWSServices

/// What became of the versions that were to be deleted.
package struct Pruned: Sendable {
    package internal(set) var deleted: [VersionNumber] = []
    package internal(set) var left: [VersionNumber] = []
    /// Why the last of those that are left was not deleted.
    package internal(set) var refusal: Refusal?
    package internal(set) var isOutOfTime = false
    /// Why nothing more was deleted.
    package internal(set) var trouble: DeploymentFailure?
}
