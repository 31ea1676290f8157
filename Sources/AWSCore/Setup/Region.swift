/// A Region's name, checked for its form only: AWS adds Regions every year.
package struct Region: Sendable, Hashable, CustomStringConvertible {
    package let name: String

    /// - Throws: ``RegionFailure/malformed(source:value:)`` unless it is lower-case letters, digits and dashes.
    package init(_ name: String, from source: String) throws(RegionFailure) {
        let isWellFormed = name.utf8.allSatisfy { byte in
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"): true
            default: false
            }
        }
        guard isWellFormed, !name.isEmpty, name.utf8.count <= 63, !name.hasPrefix("-"), !name.hasSuffix("-") else {
            throw .malformed(source: source, value: name)
        }
        self.name = name
    }

    package var description: String { name }

    /// What ends the host names of the Region's partition.
    /// Source: https://docs.aws.amazon.com/whitepapers/latest/aws-fault-isolation-boundaries/partitions.html
    package var domain: String {
        name.hasPrefix("cn-") ? "amazonaws.com.cn" : name.hasPrefix("eusc-") ? "amazonaws.eu" : "amazonaws.com"
    }

    /// What ARNs in the Region have after `arn:`.
    package var partition: String {
        switch true {
        case name.hasPrefix("cn-"): "aws-cn"
        case name.hasPrefix("us-gov-"): "aws-us-gov"
        case name.hasPrefix("eusc-"): "aws-eusc"
        default: "aws"
        }
    }
}

package enum RegionFailure: Error, Equatable {
    /// Neither the input nor a variable names one.
    case notSet
    case malformed(source: String, value: String)
}

extension Region {
    /// The input `aws-region`, else `AWS_REGION`, else `AWS_DEFAULT_REGION`; what is empty is not set.
    package static func resolve(
        input: String?, environment: [String: String]
    ) throws(RegionFailure) -> Region {
        if let name = input.given { return try Region(name, from: "aws-region") }
        for variable in ["AWS_REGION", "AWS_DEFAULT_REGION"] {
            if let name = environment[variable].given { return try Region(name, from: variable) }
        }
        throw .notSet
    }
}
