/// A JSON value as somebody wrote it, with the place of everything in it.
package struct JSONNode {
    /// Where it begins, in bytes.
    package let offset: Int
    package let content: JSONContent

    package init(offset: Int, content: JSONContent) {
        self.offset = offset
        self.content = content
    }
}

package indirect enum JSONContent {
    case null
    case bool(Bool)
    /// The number as it was written.
    case number(String)
    case text(String)
    case list([JSONNode])
    /// In the order they were written.
    case object([(name: String, value: JSONNode)])

    package var kind: String {
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

package struct JSONMistake: Error {
    /// In bytes.
    package let offset: Int
    package let what: String
}
