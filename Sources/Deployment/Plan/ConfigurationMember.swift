/// The members of a function's configuration that somebody can set, by AWS's names in UpdateFunctionConfiguration.
/// The environment has a plan of its own, for it may be merged.
package enum ConfigurationMember: String, Sendable, CaseIterable, Comparable {
    case description = "Description"
    case role = "Role"
    case runtime = "Runtime"
    case handler = "Handler"
    case memorySize = "MemorySize"
    case timeout = "Timeout"
    case ephemeralStorage = "EphemeralStorage"
    case layers = "Layers"
    case vpcConfig = "VpcConfig"
    case fileSystemConfigs = "FileSystemConfigs"
    case deadLetterConfig = "DeadLetterConfig"
    case tracingConfig = "TracingConfig"
    case kmsKeyArn = "KMSKeyArn"
    case imageConfig = "ImageConfig"
    case snapStart = "SnapStart"
    case loggingConfig = "LoggingConfig"
    case durableConfig = "DurableConfig"
    case environment = "Environment"

    package static func < (one: Self, other: Self) -> Bool {
        one.rawValue < other.rawValue
    }
}
