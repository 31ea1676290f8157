import AWSServices

/// How a run stands to those before it.
package struct PlannedHistory: Sendable {
    package enum OnSuperseded: String, Sendable, CaseIterable {
        /// End well, with a warning.
        case stop
        case fail
        /// Deploy all the same.
        case deploy
    }

    /// `nil`: nobody counts the runs, as on somebody's own machine.
    package var run: WorkflowRun?
    /// What to do if the alias serves what a newer run released.
    package var onSuperseded: OnSuperseded
    /// So many of the newest versions stay when old ones are deleted; `nil`: none is deleted.
    package var keepVersions: Int?
    /// `nil`: this is no rollback.
    package var rollback: PlannedRollback?

    package init(run: WorkflowRun?, onSuperseded: OnSuperseded, keepVersions: Int?, rollback: PlannedRollback?) {
        self.run = run
        self.onSuperseded = onSuperseded
        self.keepVersions = keepVersions
        self.rollback = rollback
    }
}

package enum PlannedRollback: Sendable, Equatable {
    /// The alias goes back to a version that was published before.
    case toVersion(RollbackTarget)
    /// An older package is deployed again.
    case toPackage
}

package enum RollbackTarget: Sendable, Equatable {
    /// The one before that which the alias points to.
    case previous
    case version(VersionNumber)
    /// The only one whose description contains this text.
    case described(String)
}

extension DeploymentPlan {
    package var rollbackTarget: RollbackTarget? {
        if case .toVersion(let target) = history.rollback { target } else { nil }
    }
}
