/// A member of a function's configuration that somebody can set, by AWS's name in UpdateFunctionConfiguration. There are
/// as many as AWS has; only those that this program treats in a way of their own have a name here.
package struct ConfigurationMember: RawRepresentable, Sendable, Hashable, Comparable, ExpressibleByStringLiteral {
    package let rawValue: String

    package init(rawValue: String) {
        self.rawValue = rawValue
    }

    package init(stringLiteral name: String) {
        rawValue = name
    }

    package static let description: Self = "Description"
    package static let environment: Self = "Environment"
    package static let imageConfig: Self = "ImageConfig"
    package static let kmsKeyArn: Self = "KMSKeyArn"
    package static let layers: Self = "Layers"
    package static let runtime: Self = "Runtime"
    package static let snapStart: Self = "SnapStart"
    package static let timeout: Self = "Timeout"
    package static let tracingConfig: Self = "TracingConfig"
    package static let vpcConfig: Self = "VpcConfig"

    /// Those that AWS's model of this program's time has. One that is not among them is somebody's setting all the same,
    /// until AWS itself is seen to move it.
    ///
    /// Source: https://docs.aws.amazon.com/lambda/latest/api/API_FunctionConfiguration.html
    package static let known: Set<Self> = [
        "AcceleratorConfig", "CapacityProviderConfig", "DeadLetterConfig", "Description", "DurableConfig",
        "Environment",
        "EphemeralStorage", "FileSystemConfigs", "Handler", "ImageConfig", "KMSKeyArn", "Layers", "LoggingConfig",
        "MemorySize", "Role", "Runtime", "RuntimeConfig", "SnapStart", "TenancyConfig", "Timeout", "TracingConfig",
        "VpcConfig",
    ]

    package static func < (one: Self, other: Self) -> Bool {
        one.rawValue < other.rawValue
    }
}
