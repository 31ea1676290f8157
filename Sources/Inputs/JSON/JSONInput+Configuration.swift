import AWSCore

/// The inputs that take JSON, by AWS's names and least bounds.
/// Source: https://docs.aws.amazon.com/lambda/latest/api/API_UpdateFunctionConfiguration.html and the types it links.
extension JSONInput {
    static let vpcConfig = JSONInput(
        shape: .whole(
            .object([
                .optional("SubnetIds", .list(of: .text(.anything))),
                .optional("SecurityGroupIds", .list(of: .text(.anything))),
                .optional("Ipv6AllowedForDualStack", .flag),
            ]), mistake: halfOfANetwork),
        example: #"{"SubnetIds":["subnet-1"],"SecurityGroupIds":["sg-1"]}"#)

    static let fileSystemConfigs = JSONInput(
        shape: .list(
            of: .object([
                .required("Arn", .text(.accessPointARN)),
                .required("LocalMountPath", .text(.mountPath)),
                .optional(
                    "S3FilesConfig",
                    .object([.optional("DirectS3Read", .text(.oneOf(["ENABLED", "DISABLED", "AUTO"])))])),
            ])),
        example: #"[{"Arn":"arn:aws:elasticfilesystem:...","LocalMountPath":"/mnt/data"}]"#)

    static let deadLetterConfig = JSONInput(
        shape: .object([.optional("TargetArn", .text(.deadLetterARN))]),
        example: #"{"TargetArn":"arn:aws:sqs:..."}"#)

    static let tracingConfig = JSONInput(
        shape: .object([.required("Mode", .text(.oneOf(["Active", "PassThrough"])))]),
        example: #"{"Mode":"Active"}"#)

    static let imageConfig = JSONInput(
        shape: .object([
            .optional("EntryPoint", .list(of: .text(.anything))),
            .optional("Command", .list(of: .text(.anything))),
            .optional("WorkingDirectory", .text(.upTo(1000))),
        ]),
        example: #"{"Command":["app.handler"]}"#)

    static let snapStart = JSONInput(
        shape: .object([.required("ApplyOn", .text(.oneOf(["PublishedVersions", "None"])))]),
        example: #"{"ApplyOn":"PublishedVersions"}"#)

    static let loggingConfig = JSONInput(
        shape: .object([
            .optional("LogFormat", .text(.oneOf(["JSON", "Text"]))),
            .optional("ApplicationLogLevel", .text(.oneOf(["TRACE", "DEBUG", "INFO", "WARN", "ERROR", "FATAL"]))),
            .optional("SystemLogLevel", .text(.oneOf(["DEBUG", "INFO", "WARN"]))),
            .optional("LogGroup", .text(.logGroup)),
        ]),
        example: #"{"LogFormat":"JSON","ApplicationLogLevel":"INFO"}"#)

    static let durableConfig = JSONInput(
        shape: .object([
            .optional("RetentionPeriodInDays", .integer(from: 1)),
            .optional("ExecutionTimeout", .integer(from: 1)),
            .optional("KMSKeyArn", .text(.kmsKeyARNOrNone)),
        ]),
        example: #"{"RetentionPeriodInDays":14,"ExecutionTimeout":3600}"#)
}

/// "SubnetIds and SecurityIds must coexist or be both empty list", AWS says, but only after the code has been written.
/// Source: https://github.com/appleboy/lambda-action/issues/72
private func halfOfANetwork(_ content: JSONContent) -> String? {
    guard case .object(let members) = content else { return nil }
    func count(_ name: String) -> Int? {
        guard case .list(let nodes)? = members.first(where: { $0.name == name })?.value.content else { return nil }
        return nodes.count
    }
    let wants = "subnets and security groups belong together, so give both, or both empty for no network"
    switch (count("SubnetIds"), count("SecurityGroupIds")) {
    case (nil, nil): return nil
    case (_, nil): return "has SubnetIds, but SecurityGroupIds is missing: \(wants)"
    case (nil, _): return "has SecurityGroupIds, but SubnetIds is missing: \(wants)"
    case (0?, 0?): return dualStackOfNothing(members)
    case (0?, _): return "has SecurityGroupIds, but SubnetIds is empty: \(wants)"
    case (_, 0?): return "has SubnetIds, but SecurityGroupIds is empty: \(wants)"
    default: return nil
    }
}

private func dualStackOfNothing(_ members: [(name: String, value: JSONNode)]) -> String? {
    guard case .bool(true)? = members.first(where: { $0.name == "Ipv6AllowedForDualStack" })?.value.content else {
        return nil
    }
    return "has Ipv6AllowedForDualStack, but no subnets that could have both stacks"
}
