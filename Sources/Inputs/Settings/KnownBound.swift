import AWSCore
import Engine

/// The most that AWS is known to take of something. Such bounds move, so what is beyond one is sent all the same, with a
/// warning, and AWS judges.
/// Source: https://docs.aws.amazon.com/lambda/latest/dg/gettingstarted-limits.html
package struct KnownBound {
    /// A member, or one in it, as in `EphemeralStorage.Size`.
    package let name: String
    package let most: Int
    /// What is counted.
    let unit: String
    /// Said behind the bound.
    let besides: String

    private init(_ name: String, _ most: Int, _ unit: String, besides: String = "") {
        self.name = name
        self.most = most
        self.unit = unit
        self.besides = besides
    }
}

extension KnownBound {
    /// Each as AWS's own model has it, which knows no function by its kind.
    package static let all = of + [timeoutOnManagedInstances]

    /// What goes beyond a bound, as the end of a sentence that the input's name begins.
    static func doubts(of members: [ConfigurationMember: JSONValue]) -> [(member: ConfigurationMember, what: String)] {
        let isOnManagedInstances = members["CapacityProviderConfig"] != nil
        return (of + [isOnManagedInstances ? timeoutOnManagedInstances : timeout]).compactMap { bound in
            let path = bound.name.split(separator: ".").map(String.init)
            let member = ConfigurationMember(rawValue: path[0])
            let value = path.dropFirst().reduce(members[member]) { $0?[$1] }
            return value.flatMap(bound.doubt).map { (member, $0) }
        }
    }

    /// The same for how long the answer to a test is waited for: no function runs longer.
    static func doubt(ofTestTimeout time: Duration) -> String? {
        timeout.doubt(.integer(Int(time.components.seconds)))
    }

    private func doubt(_ value: JSONValue) -> String? {
        guard let count = value.integer ?? value.array?.count, count > most else { return nil }
        return "sets \(name) to \(count) \(unit), and the most that AWS is known to take is \(most)\(besides): "
            + "it is sent all the same, and AWS decides"
    }

    private static let timeout = KnownBound("Timeout", 1_800, "seconds", besides: " (5400 on managed instances)")
    private static let timeoutOnManagedInstances = KnownBound("Timeout", 5_400, "seconds")

    private static let of = [
        KnownBound("MemorySize", 32_768, "MB"),
        KnownBound("EphemeralStorage.Size", 32_768, "MB"),
        KnownBound("Layers", 5, "layers"),
        KnownBound("VpcConfig.SubnetIds", 16, "subnets"),
        KnownBound("VpcConfig.SecurityGroupIds", 5, "security groups"),
        KnownBound("FileSystemConfigs", 1, "file systems"),
        KnownBound("ImageConfig.EntryPoint", 1_500, "texts"),
        KnownBound("ImageConfig.Command", 1_500, "texts"),
        KnownBound("DurableConfig.RetentionPeriodInDays", 90, "days"),
        KnownBound("DurableConfig.ExecutionTimeout", 31_622_400, "seconds"),
    ]
}
