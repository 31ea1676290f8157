import AWSCore
import AWSServices

/// What somebody wants a function to become, and how far we may go to get there. Checked, complete, never changed.
package struct DeploymentPlan: Sendable {
    package var functionName: String
    /// `nil`: only for a rollback to a version, which touches no code.
    package var code: PlannedCode?
    /// Members that are to have this value; a member that is not here is left as it stands.
    package var configuration: [ConfigurationMember: JSONValue]
    package var environment: PlannedEnvironment?
    /// Tags to add or overwrite; others stay.
    package var tags: [String: String]
    /// How to create the function if it is missing; `nil`: a missing function is an error.
    package var creation: PlannedCreation?
    /// The deployment is refused unless the function is at this revision when it begins.
    package var requiredRevisionId: String?
    package var smokeTests: SmokeTests?
    /// `nil`: no version is published.
    package var publication: PlannedPublication?
    package var waits: WaitPolicy
    package var conflicts: ConflictPolicy
    package var history: PlannedHistory

    package init(
        functionName: String, code: PlannedCode?, configuration: [ConfigurationMember: JSONValue],
        environment: PlannedEnvironment?, tags: [String: String], creation: PlannedCreation?,
        requiredRevisionId: String?, smokeTests: SmokeTests?, publication: PlannedPublication?, waits: WaitPolicy,
        conflicts: ConflictPolicy, history: PlannedHistory
    ) {
        self.functionName = functionName
        self.code = code
        self.configuration = configuration
        self.environment = environment
        self.tags = tags
        self.creation = creation
        self.requiredRevisionId = requiredRevisionId
        self.smokeTests = smokeTests
        self.publication = publication
        self.waits = waits
        self.conflicts = conflicts
        self.history = history
    }
}

package struct PlannedCode: Sendable {
    package var source: FunctionCode
    /// `CodeSha256` as AWS must show it: base64 of the SHA-256 of a zip that lies here.
    package var digest: String?
    /// `CodeSha256` as AWS will probably show it, as the registry or the bucket has it. Good enough to see that nothing
    /// is to be done, not to call anything else a rival's.
    package var likelyDigest: String?
    package var architectures: [String]?
    package var sourceKMSKeyArn: String?

    package init(
        source: FunctionCode, digest: String?, likelyDigest: String?, architectures: [String]?, sourceKMSKeyArn: String?
    ) {
        self.source = source
        self.digest = digest
        self.likelyDigest = likelyDigest
        self.architectures = architectures
        self.sourceKMSKeyArn = sourceKMSKeyArn
    }
}

package struct PlannedEnvironment: Sendable {
    package enum Strategy: String, Sendable, CaseIterable {
        /// The given variables are added to those that stand, or overwrite them.
        case merge
        /// The given variables are the whole environment.
        case replace
    }

    package var variables: [String: Secret]
    package var strategy: Strategy

    package init(variables: [String: Secret], strategy: Strategy) {
        self.variables = variables
        self.strategy = strategy
    }
}

/// What only matters for a function that is not there yet.
package struct PlannedCreation: Sendable {
    /// `Zip` or `Image`.
    package var packageType: String
    package var codeSigningConfigArn: String?

    package init(packageType: String, codeSigningConfigArn: String?) {
        self.packageType = packageType
        self.codeSigningConfigArn = codeSigningConfigArn
    }
}

package struct PlannedPublication: Sendable {
    /// At most 256 characters.
    package var versionDescription: String
    /// The alias that is to point at the version.
    package var alias: String?
    package var traffic: PlannedTraffic

    package init(versionDescription: String, alias: String?, traffic: PlannedTraffic) {
        self.versionDescription = versionDescription
        self.alias = alias
        self.traffic = traffic
    }
}

package struct WaitPolicy: Sendable {
    package enum OnTimeout: String, Sendable, CaseIterable {
        case fail, attempt
    }

    /// The longest a single wait may take.
    package var timeout: Duration
    package var onTimeout: OnTimeout

    package init(timeout: Duration, onTimeout: OnTimeout) {
        self.timeout = timeout
        self.onTimeout = onTimeout
    }
}

package struct ConflictPolicy: Sendable {
    package enum OnConflict: String, Sendable, CaseIterable {
        case retry, fail
    }

    package var onConflict: OnConflict
    /// How often a deployment may start over after a rival.
    package var maxRetries: Int

    package init(onConflict: OnConflict, maxRetries: Int) {
        self.onConflict = onConflict
        self.maxRetries = maxRetries
    }
}
