import AWSCore

extension ARN {
    var hasAccountID: Bool { account.isAccountID }
}

extension Substring {
    var isAccountID: Bool { count == 12 && allSatisfy(\.isASCIIDigit) }
}

extension TextRule {
    private static func arn(_ what: String, _ accepts: @escaping @Sendable (ARN) -> Bool) -> TextRule {
        TextRule(wanted: "the ARN of \(what)") { ARN($0).map(accepts) == true }
    }

    /// Source: https://docs.aws.amazon.com/lambda/latest/api/API_CreateFunction.html (also for the next ones)
    static let roleARN = arn("a role, such as arn:aws:iam::123456789012:role/name") { arn in
        arn.service == "iam" && arn.hasAccountID && arn.resource.hasPrefix("role/") && arn.resource.count > 5
            && arn.resource.allSatisfy { $0.isNameCharacter || "+=,.@/".contains($0) }
    }

    static let kmsKeyARN = arn("a KMS key, such as arn:aws:kms:eu-central-1:123456789012:key/id") { arn in
        arn.service == "kms" && arn.hasAccountID && (arn.resource.hasPrefix("key/") || arn.resource.hasPrefix("alias/"))
    }

    /// Empty takes the key away.
    static let kmsKeyARNOrNone = TextRule(wanted: "\(kmsKeyARN.wanted), or empty") { text in
        text.isEmpty || kmsKeyARN.allows(text)
    }

    static let layerVersionARN = arn(
        "a layer's version, such as arn:aws:lambda:eu-central-1:123456789012:layer:name:1"
    ) { arn in
        let parts = arn.resourceParts
        guard arn.service == "lambda", parts.count > 1, !parts[1].isEmpty, parts[1].allSatisfy(\.isNameCharacter)
        else { return false }
        // One of AWS's own has no version, no account and no Region.
        if parts[0] == "awslayer" { return parts.count == 2 && arn.region.isEmpty && arn.account.isEmpty }
        return arn.hasAccountID && parts.count == 3 && parts[0] == "layer"
            && !parts[2].isEmpty && parts[2].allSatisfy(\.isASCIIDigit)
    }

    static let accessPointARN = arn("an EFS or S3 Files access point") { arn in
        ["elasticfilesystem", "s3files"].contains(arn.service)
    }

    static let codeSigningConfigARN = arn("a code signing configuration") { arn in
        arn.service == "lambda" && arn.resource.hasPrefix("code-signing-config:csc-")
    }

    /// Empty takes the target away.
    static let deadLetterARN = TextRule(wanted: "the ARN of a queue or topic, or empty") { text in
        text.isEmpty || ARN(text) != nil
    }
}
