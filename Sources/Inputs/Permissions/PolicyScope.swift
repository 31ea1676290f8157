import AWSCore

/// Where the resources of a policy lie.
package struct PolicyScope: Sendable, Equatable {
    let region: Region
    let account: String

    /// - Parameter account: its twelve digits, or what stands for them where nobody knows them.
    package init(region: Region, account: String) {
        self.region = region
        self.account = account
    }

    func arn(_ service: String, _ resource: String) -> String {
        "arn:\(region.partition):\(service):\(region):\(account):\(resource)"
    }

    /// What somebody gave, as a policy's letter for letter: there `*` and `?` stand for others, and `${` begins a variable.
    /// Source: https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_variables.html#policy-vars-specialchars
    static func literal(_ text: String) -> String {
        text.map { "*?$".contains($0) ? "${\($0)}" : String($0) }.joined()
    }

    /// Buckets are of no Region and no account.
    func bucket(_ name: String) -> String { "arn:\(region.partition):s3:::\(name)" }
}
