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

    /// Buckets are of no Region and no account.
    func bucket(_ name: String) -> String { "arn:\(region.partition):s3:::\(name)" }
}
