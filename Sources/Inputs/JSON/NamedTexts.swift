import AWSCore

/// A JSON object of texts, as `environment` and `tags` are. Numbers, true and false count as the texts they are written
/// as, for people write `"PORT": 8080`.
struct NamedTexts {
    let node: JSONNode
    let entries: [Entry]
    let mistakes: [JSONText.Mistake]

    struct Entry {
        let name: String
        let text: String
        let node: JSONNode
    }

    /// - Parameter name: what the object is called in a message.
    init(_ node: JSONNode, called name: String) {
        self.node = node
        guard let members = node.members else {
            entries = []
            mistakes = [(node, "\(name) must be a JSON object such as \(Self.example), not \(node.content.kind)")]
            return
        }
        var entries: [Entry] = []
        var mistakes: [JSONText.Mistake] = []
        for (name, node) in members {
            if case .text(let text) = node.content, text.contains("\0") {
                mistakes.append((node, "\(name.quoted) must not contain \\u0000"))
            } else if let text = Self.text(node.content) {
                entries.append(Entry(name: name, text: text, node: node))
            } else {
                mistakes.append((node, "\(name.quoted) must be a text, not \(node.content.kind)"))
            }
        }
        self.entries = entries
        self.mistakes = mistakes
    }

    /// The texts of a whole input.
    /// - Parameter check: what else is wrong with them.
    static func read(
        _ input: String, _ check: (NamedTexts) -> [JSONText.Mistake]
    ) throws(Complaint) -> [String: String] {
        let document = try document(input)
        let texts = NamedTexts(document.root, called: "the value")
        let mistakes = texts.mistakes + check(texts)
        guard mistakes.isEmpty else { throw Complaint(reasons: document.reasons(mistakes)) }
        return texts.byName
    }

    var byName: [String: String] {
        Dictionary(entries.map { ($0.name, $0.text) }) { first, _ in first }  // the parser refuses a second one
    }

    private static let example = #"{"NAME":"value"}"#

    /// Other tools take NAME=value here.
    private static func document(_ text: String) throws(Complaint) -> JSONText {
        guard !hasAssignments(text) else {
            throw Complaint("looks like lines of NAME=value, but must be a JSON object such as \(example)")
        }
        do throws(Complaint) {
            return try JSONText(text)
        } catch {
            throw error.adding("; expected JSON such as \(example)")
        }
    }

    /// None of it is shown: it may as well be a secret that happens to look so.
    private static func hasAssignments(_ text: String) -> Bool {
        let lines = text.split(whereSeparator: \.isNewline).filter { !$0.allSatisfy(\.isWhitespace) }
        return !lines.isEmpty
            && lines.allSatisfy { line in
                let name = line.drop(while: \.isWhitespace).prefix { $0.isNameCharacter && $0 != "-" }
                return !name.isEmpty && line.drop(while: \.isWhitespace).dropFirst(name.count).first == "="
            }
    }

    private static func text(_ content: JSONContent) -> String? {
        switch content {
        case .text(let text): text
        case .number(let digits): digits
        case .bool(let value): value ? "true" : "false"
        case .null, .list, .object: nil
        }
    }
}
