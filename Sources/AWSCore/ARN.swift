/// An Amazon Resource Name, taken apart.
/// Source: https://docs.aws.amazon.com/IAM/latest/UserGuide/reference-arns.html
package struct ARN: Sendable {
    /// `aws`, `aws-cn`, `aws-us-gov` and the like.
    package let partition: Substring
    package let service: Substring
    /// Empty for services without Regions, such as IAM.
    package let region: Substring
    package let account: Substring
    /// What follows the account; it may hold colons.
    package let resource: Substring

    package init?(_ text: String) {
        let parts = text.split(separator: ":", maxSplits: 5, omittingEmptySubsequences: false)
        guard parts.count == 6, parts[0] == "arn", parts[1].hasPrefix("aws"), !parts[2].isEmpty, !parts[5].isEmpty,
            !text.contains(where: \.isWhitespace)
        else { return nil }
        partition = parts[1]
        service = parts[2]
        region = parts[3]
        account = parts[4]
        resource = parts[5]
    }
}

extension ARN {
    /// The parts of a resource such as `function:NAME:7`.
    package var resourceParts: [Substring] { resource.split(separator: ":", omittingEmptySubsequences: false) }

    /// `NAME` in `function:NAME`, with or without a version or an alias behind it.
    package var functionName: String? { resourceParts.count > 1 ? String(resourceParts[1]) : nil }
}
