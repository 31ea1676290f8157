import AWSCore

/// What this program knows of a member's value, by AWS's names.
indirect enum MemberShape: Sendable {
    /// Whatever it holds.
    case setting
    /// What AWS sets by itself.
    case ownOfAWS
    case object([String: MemberShape])
    /// Of elements that are known by their Arn.
    case list(of: MemberShape)
}

extension MemberShape {
    static func settings(_ names: String...) -> MemberShape {
        .object(Dictionary(uniqueKeysWithValues: names.map { ($0, .setting) }))
    }

    /// What is known of a value.
    /// - Parameter unknown: is told the rest, each part with its path.
    /// - Returns: `nil`: nothing is.
    func known(
        of value: JSONValue, at path: String, unknown: (_ path: String, _ value: JSONValue) -> Void
    ) -> JSONValue? {
        switch (self, value) {
        case (.ownOfAWS, _): return nil
        case (.object(let shapes), .object(let members)):
            var known: [String: JSONValue] = [:]
            for (name, value) in members {
                guard let shape = shapes[name] else {
                    unknown("\(path).\(name)", value)
                    continue
                }
                known[name] = shape.known(of: value, at: "\(path).\(name)", unknown: unknown)
            }
            return known.isEmpty && !members.isEmpty ? nil : .object(known)
        case (.list(let shape), .array(let elements)):
            return .array(elements.enumerated().map { shape.known(ofElement: $1, $0, at: path, unknown: unknown) })
        default: return value
        }
    }

    private func known(
        ofElement element: JSONValue, _ index: Int, at path: String, unknown: (String, JSONValue) -> Void
    ) -> JSONValue {
        let name = element["Arn"]?.string ?? "\(index)"
        let known = known(of: element, at: path) { unknown($0, .object([name: $1])) } ?? .object([:])
        // Given by its ARN alone, shown as an object.
        return known.object?.count == 1 ? known["Arn"] ?? known : known
    }

    /// The names that are known within it.
    var names: [String] {
        switch self {
        case .setting, .ownOfAWS: []
        case .object(let shapes): Array(shapes.keys)
        case .list(let shape): shape.names
        }
    }

    /// The paths of all that is known, each with whether somebody sets it.
    func paths(at path: String) -> [(path: String, isSetting: Bool)] {
        switch self {
        case .setting: [(path, true)]
        case .ownOfAWS: [(path, false)]
        case .object(let shapes): shapes.flatMap { $1.paths(at: "\(path).\($0)") }
        case .list(let shape): shape.paths(at: path)
        }
    }

    func within(_ name: String) -> MemberShape? {
        switch self {
        case .setting, .ownOfAWS: nil
        case .object(let shapes): shapes[name]
        case .list(let shape): shape.within(name)
        }
    }
}
