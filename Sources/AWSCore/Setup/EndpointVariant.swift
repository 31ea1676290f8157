/// Another address that a service may have in a Region beside its ordinary one.
/// Source: https://docs.aws.amazon.com/sdkref/latest/guide/feature-endpoints.html
package enum EndpointVariant: String, Sendable {
    /// Cryptography as FIPS 140 has it.
    case fips
    /// IPv6 as well as IPv4.
    case dualStack
    case fipsAndDualStack

    /// `nil`: the Region has none, as far as AWS's own tools know.
    func host(of service: AWSService, in region: Region) -> String? {
        for row in Self.table.split(separator: "\n") {
            let words = row.split(separator: " ").map(String.init)
            guard words.count > 3, words[0] == service.hostPrefix, words[1] == rawValue,
                words[3...].contains(where: { $0 == region.name || $0 == region.partition.name })
            else { continue }
            return words[2].split(separator: "*", omittingEmptySubsequences: false).joined(separator: region.name)
        }
        return nil
    }
}

/// Which variant is asked for, and by whom: the name of a variable or of a profile's setting, `nil` where nobody asks.
package struct EndpointWishes: Sendable, Equatable {
    package let fips: String?
    package let dualStack: String?

    package init(fips: String?, dualStack: String?) {
        self.fips = fips
        self.dualStack = dualStack
    }

    package static let none = EndpointWishes(fips: nil, dualStack: nil)

    /// `nil`: the ordinary one.
    package var variant: EndpointVariant? {
        switch (fips, dualStack) {
        case (nil, nil): nil
        case (.some, nil): .fips
        case (nil, .some): .dualStack
        case (.some, .some): .fipsAndDualStack
        }
    }
}
