import AWSCore

/// A JSON document in an input, with the place of everything in it.
struct JSONText {
    let root: JSONNode
    private let bytes: [UInt8]

    init(_ text: String) throws(Complaint) {
        bytes = Array(text.utf8)
        var parser = JSONParser(bytes, repeatedNames: .refused)
        do throws(JSONMistake) {
            root = try parser.document()
        } catch {
            throw Complaint(
                "is not valid JSON: \(Self.place(error.offset, in: bytes)): \(error.what)\n"
                    + JSONExcerpt.text(of: bytes, upTo: error.offset))
        }
    }

    typealias Mistake = (node: JSONNode, what: String)

    /// Each mistake with its place, as in `line 1, column 5: Mode must be a text`. Of very many only the first are told:
    /// nobody reads them all, GitHub shows ten, and to find a place takes as long as the text before it.
    func reasons(_ mistakes: [Mistake]) -> [String] {
        let told = mistakes.sorted { $0.node.offset < $1.node.offset }.prefix(10).map {
            reason(at: $0.node.offset, $0.what)
        }
        let rest = mistakes.count - told.count
        return rest == 0 ? told : told + ["has \(rest) more mistakes"]
    }

    private func reason(at offset: Int, _ what: String) -> String {
        "\(Self.place(offset, in: bytes)): \(what)"
    }

    static func place(_ offset: Int, in bytes: [UInt8]) -> String {
        let before = bytes[..<offset]
        let lineStart = before.lastIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? 0
        let line = before.count { $0 == UInt8(ascii: "\n") } + 1
        return "line \(line), column \(String(decoding: bytes[lineStart..<offset], as: UTF8.self).count + 1)"
    }
}

extension JSONText {
    /// The document as the AWS client sends it.
    func value() throws(Complaint) -> JSONValue {
        try value(of: root)
    }

    /// The same for a part of it.
    func value(of node: JSONNode) throws(Complaint) -> JSONValue {
        do throws(JSONMistake) {
            return try node.value(.exact)
        } catch {
            throw Complaint(reason(at: error.offset, error.what))
        }
    }
}
