import AWSCore

// AWS adds members within members as well. So that what is known of a member can be told from them, each of them is one of its
// own, by its path: `LoggingConfig.Colour`.
extension ConfigurationMember {
    /// What is known of a value, under this name, and what is not, under its path: of the elements of a list together, by their
    /// ARNs.
    package func parts(of value: JSONValue) -> [ConfigurationMember: JSONValue] {
        guard let shape else { return [self: value] }
        var parts: [ConfigurationMember: JSONValue] = [:]
        let known = shape.known(of: value, at: rawValue) { path, value in
            let part = ConfigurationMember(rawValue: path)
            parts[part] = .joined(parts[part], value)
        }
        parts[self] = known
        return parts
    }

    /// The paths of what is not known of a value, each with the name that AWS has for what is written otherwise only in its
    /// case.
    package func strangers(in value: JSONValue) -> [(path: String, meant: String?)] {
        parts(of: value).keys.filter { $0 != self }.sorted().map { part in
            let names = part.rawValue.split(separator: ".").map(String.init)
            let owner = names.dropFirst().dropLast().reduce(shape) { $0?.within($1) }
            return (part.rawValue, owner?.names.first { $0.lowercased() == names.last?.lowercased() })
        }
    }
}

extension [ConfigurationMember: JSONValue] {
    /// Each in its parts.
    package var parts: [ConfigurationMember: JSONValue] {
        reduce(into: [:]) { parts, member in parts.merge(member.key.parts(of: member.value)) { $1 } }
    }
}

extension JSONValue {
    fileprivate static func joined(_ one: JSONValue?, _ other: JSONValue) -> JSONValue {
        guard case .object(let members)? = one, case .object(let more) = other else { return other }
        return .object(members.merging(more) { $1 })
    }
}
