import AWSCore

/// A JSON object of texts, as `environment` and `tags` are. Numbers, true and false count as the texts they are written
/// as, for people write `"PORT": 8080`.
struct NamedTexts {
    let document: JSONText
    let entries: [Entry]

    struct Entry {
        let name: String
        let text: String
        let node: JSONNode
    }

    init(_ text: String) throws(Complaint) {
        document = try Self.document(text)
        guard case .object(let members) = document.root.content else {
            throw Complaint("must be a JSON object such as \(Self.example), not \(document.root.content.kind)")
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
        guard mistakes.isEmpty else { throw Complaint(reasons: document.reasons(mistakes)) }
        self.entries = entries
    }

    private static let example = #"{"NAME":"value"}"#

    /// Other tools take NAME=value here.
    private static func document(_ text: String) throws(Complaint) -> JSONText {
        do throws(Complaint) {
            return try JSONText(text)
        } catch {
            throw Complaint(reasons: error.reasons.map { "\($0); expected JSON such as \(example)" })
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
