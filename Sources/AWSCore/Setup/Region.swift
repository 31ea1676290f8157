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

    /// The part of AWS that it belongs to, as far as its name tells.
    package var partition: Partition {
        Partition.all.first { name.hasPrefix($0.beginning) } ?? .aws
    }
}

package enum RegionFailure: Error, Equatable {
    case malformed(source: String, value: String)
}
