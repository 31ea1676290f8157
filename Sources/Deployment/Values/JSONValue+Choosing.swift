import AWSCore

extension JSONValue {
    /// One value where what is seen is `known`, and else the other. Of objects each member is somebody's by itself.
    static func choosing(
        _ one: JSONValue?, where seen: JSONValue?, is known: JSONValue?, else other: JSONValue?
    ) -> JSONValue? {
        if seen == known { return one }
        let values = [one, seen, known, other].compactMap(\.self)
        guard values.allSatisfy({ $0.object != nil }) else { return other }
        let names = Set(values.flatMap { $0.object.map { Array($0.keys) } ?? [] })
        let members = names.reduce(into: [String: JSONValue]()) { members, name in
            members[name] = choosing(one?[name], where: seen?[name], is: known?[name], else: other?[name])
        }
        return members.isEmpty ? nil : .object(members)
    }
}
