import AWSServices

/// The role that the run is to speak as.
package struct PlannedRole: Sendable, Equatable {
    package let arn: String
    package let sessionName: String
    /// How long its keys are to last; `nil`: as long as AWS gives where nobody asks.
    package let seconds: Int?
    package let externalID: String?
    /// For whom GitHub issues the token, as the trust policy has it.
    package let audience: String
    /// It is assumed by the credentials that are there, whatever else there is.
    package let isChained: Bool

    package init(
        arn: String, sessionName: String, seconds: Int?, externalID: String?, audience: String, isChained: Bool
    ) {
        self.arn = arn
        self.sessionName = sessionName
        self.seconds = seconds
        self.externalID = externalID
        self.audience = audience
        self.isChained = isChained
    }

    /// What AWS's SDKs and actions ask GitHub for, where nobody names another.
    package static let usualAudience = "sts.amazonaws.com"

    var request: RoleRequest { RoleRequest(arn: arn, sessionName: sessionName, seconds: seconds) }
}
