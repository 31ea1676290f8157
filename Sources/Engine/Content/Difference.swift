import AWSCore

/// One thing that is, or is to be, other than it was.
package struct Difference: Sendable, Equatable {
    /// AWS's name for it; a variable as `Environment.NAME`, a tag as `Tags.NAME`.
    package let name: String
    /// `nil`: not set.
    package let before: JSONValue?
    package let after: JSONValue?
    /// It is of something that no list here has: a setting of tomorrow, or what AWS itself moves.
    package let isOfUnknownMember: Bool

    package init(name: String, before: JSONValue?, after: JSONValue?) {
        self.init(name: name, before: before, after: after, isOfUnknownMember: false)
    }

    private init(name: String, before: JSONValue?, after: JSONValue?, isOfUnknownMember: Bool) {
        self.name = name
        self.before = before
        self.after = after
        self.isOfUnknownMember = isOfUnknownMember
    }
}

extension Difference {
    package static let tagPrefix = "Tags."
    package static let codeName = "CodeSha256"
    package static let imageName = "ImageUri"
    package static let architecturesName = "Architectures"
    static let statusName = "LastUpdateStatus"
    static let configSha256Name = "ConfigSha256"

    package static func ofTag(_ key: String, before: JSONValue?, after: JSONValue?) -> Difference {
        Difference(name: tagPrefix + key, before: before, after: after)
    }

    package var isOfCode: Bool {
        [Self.codeName, Self.imageName, Self.architecturesName].contains(name)
    }

    /// What makes `after` another content than `before`, code first.
    package static func between(_ before: FunctionContent, _ after: FunctionContent) -> [Difference] {
        codeDifferences(before, after) + configurationDifferences(before, after)
    }

    package static func codeDifferences(_ before: FunctionContent, _ after: FunctionContent) -> [Difference] {
        var differences: [Difference] = []
        if let old = before.codeSha256, let new = after.codeSha256 {
            differences += one(codeName, .string(old), .string(new))
        } else if let old = before.imageUri, let new = after.imageUri {
            differences += one(imageName, .string(old), .string(new))
        }
        return differences
            + one(architecturesName, strings(before.architectures), strings(after.architectures))
    }

    package static func configurationDifferences(_ before: FunctionContent, _ after: FunctionContent) -> [Difference] {
        between(before.members, after.members)
    }

    /// What makes one configuration another; of a function that is not there, it is empty.
    package static func between(
        _ before: [ConfigurationMember: JSONValue], _ after: [ConfigurationMember: JSONValue]
    ) -> [Difference] {
        Set(before.keys).union(after.keys).sorted().flatMap { member -> [Difference] in
            let (old, new) = (before[member], after[member])
            return member == .environment ? variables(old, new) : one(member, old, new)
        }
    }

    /// Variables differ by name; what they hold is nobody's business but the function's.
    private static func variables(_ before: JSONValue?, _ after: JSONValue?) -> [Difference] {
        let (old, new) = (before?.object ?? [:], after?.object ?? [:])
        return Set(old.keys).union(new.keys).sorted().filter { old[$0] != new[$0] }.map { name in
            Difference(
                name: "Environment.\(name)", before: old[name].map(hidden), after: new[name].map(hidden))
        }
    }

    /// That a variable is empty is no secret, and often a mistake.
    private static func hidden(_ value: JSONValue) -> JSONValue {
        value == .string("") ? value : .string("***")
    }

    private static func one(_ name: String, _ before: JSONValue?, _ after: JSONValue?) -> [Difference] {
        before == after ? [] : [Difference(name: name, before: before, after: after)]
    }

    private static func one(_ member: ConfigurationMember, _ before: JSONValue?, _ after: JSONValue?) -> [Difference] {
        if before == after { return [] }
        func told(_ value: JSONValue?) -> JSONValue? { member.isBesideVariables ? value.map(hidden) : value }
        return [
            Difference(
                name: member.rawValue, before: told(before), after: told(after), isOfUnknownMember: !member.isKnown)
        ]
    }

    private static func strings(_ texts: [String]) -> JSONValue {
        .array(texts.map(JSONValue.string))
    }
}
