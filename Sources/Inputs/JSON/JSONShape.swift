import AWSCore

/// What a JSON value must be like.
indirect enum JSONShape: Sendable {
    case text(TextRule)
    case flag
    case integer(ClosedRange<Int>)
    case list(of: JSONShape, atMost: Int)
    case object([Member])
    /// Of this shape, and nothing is wrong with the whole.
    case whole(JSONShape, mistake: @Sendable (JSONContent) -> String?)
    /// Whatever this finds nothing wrong with: what it does find goes on where the name ends.
    case other(mistake: @Sendable (JSONContent) -> String?)

    struct Member: Sendable {
        let name: String
        let shape: JSONShape
        let isRequired: Bool
    }
}

extension JSONShape.Member {
    static func optional(_ name: String, _ shape: JSONShape) -> Self {
        Self(name: name, shape: shape, isRequired: false)
    }

    static func required(_ name: String, _ shape: JSONShape) -> Self {
        Self(name: name, shape: shape, isRequired: true)
    }

    fileprivate func isLeftEmpty(by value: JSONNode) -> Bool {
        guard !isRequired, case .text(let rule) = shape, case .text("") = value.content else { return false }
        return !rule.allows("")
    }
}

extension JSONShape {
    /// A number or a list that AWS bounds from above: that bound moves, so it is AWS's to judge (``KnownBound``).
    static func integer(from least: Int) -> JSONShape { .integer(least...WholeNumber.largest) }
    static func list(of shape: JSONShape) -> JSONShape { .list(of: shape, atMost: .max) }

    /// Everything that is wrong with a value, each with its place. Texts in it are never shown.
    /// - Parameter name: what the value is called in a message.
    func mistakes(of node: JSONNode, called name: String) -> [JSONText.Mistake] {
        let unknown = strangers(in: node).map { stranger in
            let known = stranger.known.joined(separator: ", ")
            return (stranger.node, "\(stranger.name.quoted) is not known here; known: \(known)")
        }
        return mistakesOfKnown(in: node, called: name) + unknown
    }

    /// The same of what is known here.
    func mistakesOfKnown(in node: JSONNode, called name: String) -> [JSONText.Mistake] {
        switch (self, node.content) {
        case (.text(let rule), .text(let value)) where rule.allows(value): []
        case (.flag, .bool): []
        case (.integer(let range), .number(let digits)) where Int(digits).map(range.contains) == true: []
        case (.list(let shape, let most), .list(let nodes)) where nodes.count <= most:
            nodes.flatMap { shape.mistakesOfKnown(in: $0, called: "each of \(name)") }
        case (.object(let known), .object(let members)):
            known.flatMap { member in
                members.filter { $0.name == member.name }
                    .flatMap { member.shape.mistakesOfKnown(in: $0.value, called: member.name) }
            } + Self.missing(from: members, known: known).map { (node, "\($0) is missing") }
        case (.whole(let shape, let mistake), let content):
            shape.mistakesOfKnown(in: node, called: name).nonEmpty
                ?? mistake(content).map { [(node, "\(name) \($0)")] } ?? []
        case (.other(let mistake), let content): mistake(content).map { [(node, "\(name) \($0)")] } ?? []
        default: [(node, "\(name) must be \(wanted)\(contrast(to: node))")]
        }
    }

    /// Without members that are empty texts where none is allowed: as everywhere, what is empty is not given.
    func withoutEmpties(_ node: JSONNode) -> JSONNode {
        switch (self, node.content) {
        case (.whole(let shape, _), _): shape.withoutEmpties(node)
        case (.list(let shape, _), .list(let nodes)): node.replacing(with: .list(nodes.map(shape.withoutEmpties)))
        case (.object(let known), .object(let members)):
            node.replacing(
                with: .object(
                    members.compactMap { name, value in
                        guard let member = known.first(where: { $0.name == name }) else { return (name, value) }
                        return member.isLeftEmpty(by: value) ? nil : (name, member.shape.withoutEmpties(value))
                    }))
        default: node
        }
    }

    private typealias Stranger = (node: JSONNode, name: String, known: [String])

    /// Members of objects that are not known here.
    private func strangers(in node: JSONNode) -> [Stranger] {
        switch (self, node.content) {
        case (.list(let shape, _), .list(let nodes)): nodes.flatMap(shape.strangers)
        case (.whole(let shape, _), _): shape.strangers(in: node)
        case (.object(let known), .object(let members)):
            members.flatMap { member in
                known.first { $0.name == member.name }?.shape.strangers(in: member.value)
                    ?? [(member.value, member.name, known.map(\.name))]
            }
        default: []
        }
    }

    private static func missing(from members: [(name: String, value: JSONNode)], known: [Member]) -> [String] {
        known.filter(\.isRequired).map(\.name).filter { name in !members.contains { $0.name == name } }
    }

    private var wanted: String {
        switch self {
        case .text(let rule): rule.wanted
        case .flag: "true or false"
        case .integer(let range): WholeNumber(range: range, unit: "").wanted
        case .list(_, .max): "a list"
        case .list(_, let most): "a list of at most \(most)"
        case .object: "an object"
        case .whole(let shape, _): shape.wanted
        case .other: "something else"
        }
    }

    private func contrast(to node: JSONNode) -> String {
        switch (self, node.content) {
        case (.text, .text), (.integer, .number), (.list, .list): ""
        default: ", not \(node.content.kind)"
        }
    }
}

extension Array {
    fileprivate var nonEmpty: Self? { isEmpty ? nil : self }
}

/// An input that takes JSON.
struct JSONInput: Sendable {
    let shape: JSONShape
    /// Shown with a mistake.
    let example: String

    func read(_ text: String) throws(Complaint) -> JSONValue {
        let document: JSONText
        do throws(Complaint) {
            document = try JSONText(text)
        } catch {
            throw error.adding("; expected JSON such as \(example)")
        }
        let root = shape.withoutEmpties(document.root)
        let mistakes = shape.mistakes(of: root, called: "the value")
        guard mistakes.isEmpty else {
            throw Complaint(reasons: document.reasons(mistakes).map { "\($0); an example: \(example)" })
        }
        return try document.value(of: root)
    }
}
