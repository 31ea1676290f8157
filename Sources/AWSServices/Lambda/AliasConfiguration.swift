import AWSCore

/// An alias as AWS shows it.
/// Source: https://docs.aws.amazon.com/lambda/latest/api/API_AliasConfiguration.html
package struct AliasConfiguration: Sendable, Equatable {
    package let name: String
    package let arn: String?
    package let functionVersion: String
    /// Shares of traffic (0...1) by the version that gets them beside `functionVersion`.
    package let additionalVersionWeights: [String: Double]
    /// Empty where there is none.
    package let description: String
    package let revisionId: String?

    package init(
        name: String, arn: String?, functionVersion: String, additionalVersionWeights: [String: Double],
        description: String, revisionId: String?
    ) {
        self.name = name
        self.arn = arn
        self.functionVersion = functionVersion
        self.additionalVersionWeights = additionalVersionWeights
        self.description = description
        self.revisionId = revisionId
    }
}
