import AWSCore
import AWSServices
import Engine

/// UpdateFunctionCode with DryRun, after a plan: AWS judges the code and the caller's right to send it, and changes nothing.
/// Source: https://docs.aws.amazon.com/lambda/latest/api/API_UpdateFunctionCode.html
package struct PlannedDryRun: Sendable {
    /// Whether it goes to AWS's own address: what answers at another may carry it out.
    package var isAtAWS: Bool

    package init(isAtAWS: Bool) {
        self.isAtAWS = isAtAWS
    }
}

/// Why no dry run is made.
package enum DryRunObstacle: Sendable, Equatable {
    /// No deployment would come to send code.
    case rollback, superseded, codeStands
    /// AWS has a dry run of UpdateFunctionCode alone.
    case creation
    /// The package is not in S3 yet, and a dry run brings it to no place.
    case upload
    case otherEndpoint
}

extension PlannedDryRun {
    /// - Parameter isReady: the code could be sent as it is.
    /// - Returns: `nil`: it is made.
    package func obstacle(to changes: Changes, isReady: Bool) -> DryRunObstacle? {
        if changes.isCreation { return .creation }
        if changes.code == nil { return .codeStands }
        if !isReady { return .upload }
        return isAtAWS ? nil : .otherEndpoint
    }
}

/// Why a dry run was refused that says nothing against the deployment.
package enum DryRunDoubt: Sendable, Equatable {
    /// A deployment would wait for it.
    case updateInProgress
    /// AWS refuses the code for a member that a deployment would then change first.
    case configurationGoesFirst(ConfigurationMember)

    /// `nil`: a deployment would be refused just so.
    package init?(_ refusal: Refusal, _ changes: Changes) {
        if refusal.isConflict {
            self = .updateInProgress
        } else if let member = changes.obstacle(toCodeRefusedWith: refusal) {
            self = .configurationGoesFirst(member)
        } else {
            return nil
        }
    }
}
