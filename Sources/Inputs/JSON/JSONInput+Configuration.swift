/// The inputs that take JSON, by AWS's names and bounds.
/// Source: https://docs.aws.amazon.com/lambda/latest/api/API_UpdateFunctionConfiguration.html and the types it links.
extension JSONInput {
    static let vpcConfig = JSONInput(
        shape: .object([
            .optional("SubnetIds", .list(of: .text(.anything), atMost: 16)),
            .optional("SecurityGroupIds", .list(of: .text(.anything), atMost: 5)),
            .optional("Ipv6AllowedForDualStack", .flag),
        ]),
        example: #"{"SubnetIds":["subnet-1"],"SecurityGroupIds":["sg-1"]}"#)

    static let fileSystemConfigs = JSONInput(
        shape: .list(
            of: .object([
                .required("Arn", .text(.accessPointARN)),
                .required("LocalMountPath", .text(.mountPath)),
            ]), atMost: 1),
        example: #"[{"Arn":"arn:aws:elasticfilesystem:...","LocalMountPath":"/mnt/data"}]"#)

    static let deadLetterConfig = JSONInput(
        shape: .object([.optional("TargetArn", .text(.deadLetterARN))]),
        example: #"{"TargetArn":"arn:aws:sqs:..."}"#)

    static let tracingConfig = JSONInput(
        shape: .object([.required("Mode", .text(.oneOf(["Active", "PassThrough"])))]),
        example: #"{"Mode":"Active"}"#)

    static let imageConfig = JSONInput(
        shape: .object([
            .optional("EntryPoint", .list(of: .text(.anything), atMost: 1500)),
            .optional("Command", .list(of: .text(.anything), atMost: 1500)),
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
            .optional("RetentionPeriodInDays", .integer(1...90)),
            .optional("ExecutionTimeout", .integer(1...31_622_400)),
        ]),
        example: #"{"RetentionPeriodInDays":14,"ExecutionTimeout":3600}"#)
}
