extension JSONValue {
    /// The same with another text for every text in it; names, numbers and all else stay.
    package func mapStrings(_ change: (String) -> String) -> JSONValue {
        switch self {
        case .string(let text): .string(change(text))
        case .array(let elements): .array(elements.map { $0.mapStrings(change) })
        case .object(let members): .object(members.mapValues { $0.mapStrings(change) })
        case .null, .bool, .integer, .number: self
        }
    }
}
