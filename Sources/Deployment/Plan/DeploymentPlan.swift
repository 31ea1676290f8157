import AWSCore
import AWSServices
import Engine

/// What somebody wants a function to become, and how far we may go to get there. Checked and complete.
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
    package var onFailure: OnFailure
    /// The only accounts in which the function may be; empty: all.
    package var allowedAccounts: [String]

    package init(
        functionName: String, code: PlannedCode?, configuration: [ConfigurationMember: JSONValue],
        environment: PlannedEnvironment?, tags: [String: String], creation: PlannedCreation?,
        requiredRevisionId: String?, smokeTests: SmokeTests?, publication: PlannedPublication?, waits: WaitPolicy,
        conflicts: ConflictPolicy, history: PlannedHistory, onFailure: OnFailure, allowedAccounts: [String]
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
        self.onFailure = onFailure
        self.allowedAccounts = allowedAccounts
    }
}

extension DeploymentPlan {
    /// Those that it asks for something, in their parts.
    var members: [ConfigurationMember] { Array(configuration.parts.keys) }

    /// Whoever names the revision to build on does not want to build on a rival's.
    var mayStartOver: Bool { conflicts.onConflict == .retry && requiredRevisionId == nil }
}
