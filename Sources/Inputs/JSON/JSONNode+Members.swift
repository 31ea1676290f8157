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

    /// Without members that are null, at any depth: to AWS they are not there.
    var withoutNulls: JSONNode {
        switch content {
        case .object(let members):
            let kept = members.filter { if case .null = $0.value.content { false } else { true } }
            return replacing(with: .object(kept.map { ($0.name, $0.value.withoutNulls) }))
        case .list(let nodes): return replacing(with: .list(nodes.map(\.withoutNulls)))
        default: return self
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

    private func replacing(with content: JSONContent) -> JSONNode {
        JSONNode(offset: offset, content: content)
    }
}
