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
        if name.hasPrefix("cn-") { return "amazonaws.com.cn" }
        if name.hasPrefix("eusc-") { return "amazonaws.eu" }
        return "amazonaws.com"
    }
}

package enum RegionFailure: Error, Equatable {
    case malformed(source: String, value: String)
}
