import AWSCore

/// A JSON document as somebody wrote it, with the place of everything in it.
///
/// What people write is not left to FoundationEssentials' decoder: it takes a trailing comma for none, drops one of two
/// members of the same name, forgets how a number was written (`8080.50`) and does not say where a mistake is.
struct JSONText {
    let root: JSONNode
    private let bytes: [UInt8]

    init(_ text: String) throws(Complaint) {
        bytes = Array(text.utf8)
        var parser = JSONParser(bytes)
        do throws(JSONMistake) {
            root = try parser.document()
        } catch {
            throw Complaint("is not valid JSON: \(Self.place(error.offset, in: bytes)): \(error.what)")
        }
    }

    /// A reason with its place, as in `line 1, column 5: Mode must be a text`.
    func reason(at node: JSONNode, _ what: String) -> String {
        "\(Self.place(node.offset, in: bytes)): \(what)"
    }

    private static func place(_ offset: Int, in bytes: [UInt8]) -> String {
        let before = bytes[..<offset]
        let lineStart = before.lastIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? 0
        let line = before.count { $0 == UInt8(ascii: "\n") } + 1
        return "line \(line), column \(String(decoding: bytes[lineStart..<offset], as: UTF8.self).count + 1)"
    }
}

struct JSONNode {
    /// Where it begins, in bytes.
    let offset: Int
    let content: JSONContent
}

indirect enum JSONContent {
    case null
    case bool(Bool)
    /// The number as it was written.
    case number(String)
    case text(String)
    case list([JSONNode])
    /// In the order they were written; no name comes twice.
    case object([(name: String, value: JSONNode)])

    var kind: String {
        switch self {
        case .null: "null"
        case .bool: "true or false"
        case .number: "a number"
        case .text: "a text"
        case .list: "a list"
        case .object: "an object"
        }
    }
}

extension JSONText {
    /// The document as the AWS client sends it.
    func value() throws(Complaint) -> JSONValue {
        try value(of: root)
    }

    private func value(of node: JSONNode) throws(Complaint) -> JSONValue {
        switch node.content {
        case .null: return .null
        case .bool(let value): return .bool(value)
        case .text(let text): return .string(text)
        case .number(let digits): return try number(digits, at: node)
        case .list(let nodes):
            var values: [JSONValue] = []
            for node in nodes { values.append(try value(of: node)) }
            return .array(values)
        case .object(let members):
            var values: [String: JSONValue] = [:]
            for member in members { values[member.name] = try value(of: member.value) }
            return .object(values)
        }
    }

    /// A number that we cannot hold as it was written would be sent as another one.
    private func number(_ digits: String, at node: JSONNode) throws(Complaint) -> JSONValue {
        if let number = Int(digits) { return .integer(number) }
        let isWhole = digits.allSatisfy { $0.isASCIIDigit || $0 == "-" }
        guard !isWhole, let number = Double(digits), number.isFinite else {
            throw Complaint(reason(at: node, "this number is too large"))
        }
        return .number(number)
    }
}
