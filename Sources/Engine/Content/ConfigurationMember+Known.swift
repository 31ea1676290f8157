/// What UpdateFunctionConfiguration takes as far as this program knows. AWS may take more by now.
/// Source: https://docs.aws.amazon.com/lambda/latest/api/API_UpdateFunctionConfiguration.html
private let known: Set<ConfigurationMember> = [
    "AcceleratorConfig", "CapacityProviderConfig", "DeadLetterConfig", "Description", "DurableConfig", "Environment",
    "EphemeralStorage", "FileSystemConfigs", "Handler", "ImageConfig", "KMSKeyArn", "Layers", "LoggingConfig",
    "MemorySize", "Role", "Runtime", "RuntimeConfig", "SnapStart", "Timeout", "TracingConfig", "VpcConfig",
]

/// What only CreateFunction takes.
/// Source: https://docs.aws.amazon.com/lambda/latest/api/API_CreateFunction.html
private let onlyAtCreation: Set<ConfigurationMember> = ["TenancyConfig"]

extension ConfigurationMember {
    package static let allKnown = known.union(onlyAtCreation)

    package var isKnown: Bool { Self.allKnown.contains(self) }
    package var isOnlyForCreation: Bool { onlyAtCreation.contains(self) }
}
