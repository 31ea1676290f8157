import AWSCore

/// Where AWS's console shows a function and what belongs to it, in the partition and the Region of its ARN.
///
/// Every part that others named is percent-encoded: a link ends at no blank, bracket or quotation mark.
struct ConsoleLinks: Sendable, Equatable {
    private let origin: String
    private let region: String
    private let name: String

    /// `nil`: it is not the ARN of a function, or nobody knows its partition's console.
    /// - Parameter functionArn: with or without a version or an alias behind it.
    init?(functionArn: String) {
        guard let arn = ARN(functionArn), let domain = consoleDomain(of: arn.partition) else { return nil }
        let parts = arn.resourceParts
        guard parts.count >= 2, parts[0] == "function", !parts[1].isEmpty, isRegion(arn.region) else { return nil }
        region = String(arn.region)
        origin = "https://\(region).\(domain)"
        name = String(parts[1])
    }

    var function: String { page("lambda", "/functions/\(pathSegment(name))") }

    func alias(_ alias: String) -> String { "\(function)/aliases/\(pathSegment(alias))" }

    func version(_ number: String) -> String { "\(function)/versions/\(pathSegment(number))" }

    /// - Parameter group: as the function's LoggingConfig names it; `nil`: the one that Lambda makes by itself.
    func log(_ group: String?) -> String {
        let group = pathSegment(group ?? "/aws/lambda/\(name)").split(separator: "%", omittingEmptySubsequences: false)
        // This page decodes a name twice, and writes `$` for the outer `%`.
        return page("cloudwatch", "logsV2:log-groups/log-group/\(group.joined(separator: "$25"))")
    }

    func alarm(_ alarm: String) -> String { page("cloudwatch", "alarmsV2:alarm/\(pathSegment(alarm))") }

    /// Who did what to the function, as CloudTrail tells it, some minutes late.
    var events: String { page("cloudtrailv2", "/events?ResourceName=\(pathSegment(name))") }

    func codeDeployment(_ id: String) -> String {
        "\(origin)/codesuite/codedeploy/deployments/\(pathSegment(id))?region=\(region)"
    }

    private func page(_ service: String, _ place: String) -> String {
        "\(origin)/\(service)/home?region=\(region)#\(place)"
    }
}

/// Sources: https://docs.amazonaws.cn/en_us/aws/latest/userguide/endpoints-Beijing.html,
/// https://docs.aws.amazon.com/govcloud-us/latest/UserGuide/getting-started-sign-in.html
private func consoleDomain(of partition: Substring) -> String? {
    switch partition {
    case "aws": "console.aws.amazon.com"
    case "aws-cn": "console.amazonaws.cn"
    case "aws-us-gov": "console.amazonaws-us-gov.com"
    default: nil
    }
}

/// It becomes part of a host name.
private func isRegion(_ region: Substring) -> Bool {
    !region.isEmpty && region.utf8.allSatisfy { "abcdefghijklmnopqrstuvwxyz0123456789-".utf8.contains($0) }
}
