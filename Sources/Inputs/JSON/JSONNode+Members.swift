import AWSCore

extension JSONNode {
    /// `nil` where it is no object.
    var members: [(name: String, value: JSONNode)]? {
        if case .object(let members) = content { members } else { nil }
    }

    func member(_ name: String) -> JSONNode? {
        members?.first { $0.name == name }?.value
    }

    var isEmptyObject: Bool { members?.isEmpty == true }

    /// Without members that are null.
    var withoutNullMembers: JSONNode {
        members.map { members in
            replacing(with: .object(members.filter { if case .null = $0.value.content { false } else { true } }))
        } ?? self
    }

    /// The same at any depth.
    var withoutNulls: JSONNode {
        let node = withoutNullMembers
        return switch node.content {
        case .object(let members): replacing(with: .object(members.map { ($0.name, $0.value.withoutNulls) }))
        case .list(let nodes): replacing(with: .list(nodes.map(\.withoutNulls)))
        default: node
        }
    }

    func without(_ name: String) -> JSONNode {
        members.map { replacing(with: .object($0.filter { $0.name != name })) } ?? self
    }

    /// A list with each element in the place of its member of this name, if it has one.
    func withElements(by name: String) -> JSONNode {
        guard case .list(let nodes) = content else { return self }
        return replacing(with: .list(nodes.map { $0.member(name) ?? $0 }))
    }

    func replacing(with content: JSONContent) -> JSONNode {
        JSONNode(offset: offset, content: content)
    }
}
