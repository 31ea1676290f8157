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

    package static let capacityProviderConfig: Self = "CapacityProviderConfig"
    package static let description: Self = "Description"
    package static let durableConfig: Self = "DurableConfig"
    package static let environment: Self = "Environment"
    package static let imageConfig: Self = "ImageConfig"
    package static let kmsKeyArn: Self = "KMSKeyArn"
    package static let layers: Self = "Layers"
    package static let runtime: Self = "Runtime"
    package static let snapStart: Self = "SnapStart"
    package static let timeout: Self = "Timeout"
    package static let tracingConfig: Self = "TracingConfig"
    package static let vpcConfig: Self = "VpcConfig"

    package static func < (one: Self, other: Self) -> Bool {
        one.rawValue < other.rawValue
    }
}
