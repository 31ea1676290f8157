/// What UpdateFunctionConfiguration takes and the answers show, as far as this program knows. AWS may have more by now.
/// Source: https://docs.aws.amazon.com/lambda/latest/api/API_UpdateFunctionConfiguration.html,
/// https://docs.aws.amazon.com/lambda/latest/api/API_FunctionConfiguration.html and the types that they link.
private let known: [ConfigurationMember: MemberShape] = [
    "AcceleratorConfig": .settings("AcceleratorMemorySize"),
    "CapacityProviderConfig": .object([
        "LambdaManagedInstancesCapacityProviderConfig": .settings(
            "CapacityProviderArn", "PerExecutionEnvironmentMaxConcurrency", "ExecutionEnvironmentMemoryGiBPerVCpu")
    ]),
    "DeadLetterConfig": .settings("TargetArn"),
    "Description": .setting,
    "DurableConfig": .settings("ExecutionTimeout", "KMSKeyArn", "RetentionPeriodInDays"),
    // Its variables.
    "Environment": .setting,
    "EphemeralStorage": .settings("Size"),
    "FileSystemConfigs": .list(
        of: .object(["Arn": .setting, "LocalMountPath": .setting, "S3FilesConfig": .settings("DirectS3Read")])),
    "Handler": .setting,
    "ImageConfig": .settings("Command", "EntryPoint", "WorkingDirectory"),
    "KMSKeyArn": .setting,
    "Layers": .list(
        of: .object([
            "Arn": .setting, "CodeSize": .ownOfAWS, "SigningJobArn": .ownOfAWS, "SigningProfileVersionArn": .ownOfAWS,
        ])),
    "LoggingConfig": .settings("ApplicationLogLevel", "LogFormat", "LogGroup", "SystemLogLevel"),
    "MemorySize": .setting,
    "Role": .setting,
    "Runtime": .setting,
    "RuntimeConfig": .settings("RuntimeAlias", "RuntimeArn"),
    "SnapStart": .object(["ApplyOn": .setting, "OptimizationStatus": .ownOfAWS]),
    "Timeout": .setting,
    "TracingConfig": .settings("Mode"),
    "VpcConfig": .object([
        "Ipv6AllowedForDualStack": .setting, "SecurityGroupIds": .setting, "SubnetIds": .setting, "VpcId": .ownOfAWS,
    ]),
]

/// What only CreateFunction takes.
/// Source: https://docs.aws.amazon.com/lambda/latest/api/API_CreateFunction.html
private let onlyAtCreation: [ConfigurationMember: MemberShape] = ["TenancyConfig": .settings("TenantIsolationMode")]

extension ConfigurationMember {
    package static let allKnown: Set<ConfigurationMember> = Set(known.keys).union(onlyAtCreation.keys)

    /// All that is known of a configuration, by its path, as settings and as AWS's own.
    package static var paths: (settings: [String], ownOfAWS: [String]) {
        let known = allKnown.flatMap { $0.shape?.paths(at: $0.rawValue) ?? [] }
        return (
            known.filter(\.isSetting).map(\.path).sorted(),
            (known.filter { !$0.isSetting }.map(\.path) + notSettings).sorted()
        )
    }

    package var isKnown: Bool { shape != nil }
    package var isOnlyForCreation: Bool { onlyAtCreation[self] != nil }

    /// `nil`: nobody here knows it.
    var shape: MemberShape? { known[self] ?? onlyAtCreation[self] }
}
