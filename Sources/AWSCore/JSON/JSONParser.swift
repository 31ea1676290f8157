/// Reads JSON strictly by its grammar and says where it fails. No message shows what it found: it may be a secret.
///
/// FoundationEssentials' decoder will not do for what people write: it takes a trailing comma for none, drops one of two
/// members of the same name, forgets how a number was written (`8080.50`) and does not say where a mistake is. And two
/// readers of JSON in one program would be one too many.
/// Source: https://www.rfc-editor.org/rfc/rfc8259
package struct JSONParser {
    package enum RepeatedNames {
        /// Whoever wrote it cannot have meant both.
        case refused
        /// As most readers do.
        case lastCounts
    }

    private let bytes: [UInt8]
    private let repeatedNames: RepeatedNames
    private var index = 0
    private var depth = 0
    /// Far deeper than anything that Lambda takes, far from the end of the stack.
    private static let deepest = 64

    package init(_ bytes: [UInt8], repeatedNames: RepeatedNames) {
        self.bytes = bytes
        self.repeatedNames = repeatedNames
    }

    package mutating func document() throws(JSONMistake) -> JSONNode {
        let node = try value()
        skipBlanks()
        guard index == bytes.count else { throw mistake("nothing may follow the JSON value") }
        return node
    }

    private mutating func value() throws(JSONMistake) -> JSONNode {
        skipBlanks()
        let start = index
        guard let byte = peek else { throw mistake("the text ends where a value is missing") }
        return JSONNode(offset: start, content: try content(beginningWith: byte))
    }

    private mutating func content(beginningWith byte: UInt8) throws(JSONMistake) -> JSONContent {
        switch byte {
        case UInt8(ascii: "{"): return try nested(Self.object)
        case UInt8(ascii: "["): return try nested(Self.list)
        case UInt8(ascii: "\""): return .text(try text())
        case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"): return .number(try number())
        default:
            if take("null") { return .null }
            if take("true") { return .bool(true) }
            if take("false") { return .bool(false) }
            throw mistake("a JSON value was expected: a text in double quotes, a number, true, false, null, [ or {")
        }
    }

    private mutating func nested(
        _ read: (inout Self) throws(JSONMistake) -> JSONContent
    ) throws(JSONMistake) -> JSONContent {
        guard depth < Self.deepest else { throw mistake("lists and objects are nested too deep") }
        depth += 1
        defer { depth -= 1 }
        index += 1
        return try read(&self)
    }

    private static func list(_ parser: inout Self) throws(JSONMistake) -> JSONContent {
        var nodes: [JSONNode] = []
        if parser.takeAfterBlanks("]") { return .list(nodes) }
        while true {  // each turn reads at least one byte or throws
            nodes.append(try parser.value())
            if parser.takeAfterBlanks("]") { return .list(nodes) }
            try parser.comma(before: "]")
        }
    }

    private static func object(_ parser: inout Self) throws(JSONMistake) -> JSONContent {
        var members: [(name: String, value: JSONNode)] = []
        var names: Set<String> = []
        if parser.takeAfterBlanks("}") { return .object(members) }
        while true {  // each turn reads at least one byte or throws
            let name = try parser.name(besides: &names)
            guard parser.takeAfterBlanks(":") else { throw parser.mistake("a colon was expected after the name") }
            members.append((name, try parser.value()))
            if parser.takeAfterBlanks("}") { return .object(members) }
            try parser.comma(before: "}")
        }
    }

    private mutating func name(besides names: inout Set<String>) throws(JSONMistake) -> String {
        skipBlanks()
        let start = index
        guard peek == UInt8(ascii: "\"") else { throw mistake("a name in double quotes was expected") }
        let name = try text()
        guard repeatedNames == .lastCounts || names.insert(name).inserted else {
            throw JSONMistake(offset: start, what: "the name \(JSONValue.string(name).text) is there a second time")
        }
        return name
    }

    private mutating func comma(before close: Character) throws(JSONMistake) {
        guard takeAfterBlanks(",") else {
            throw mistake("a comma or \(close) was expected (a quote inside a text is written \\\"; \(Self.wholeText))")
        }
        skipBlanks()
        guard peek != close.asciiValue else { throw mistake("there must be no comma before \(close)") }
    }
}

extension JSONParser {
    private mutating func number() throws(JSONMistake) -> String {
        let start = index
        _ = take("-")
        let whole = takeDigits()
        guard whole.count == 1 || (whole.count > 1 && whole.first != UInt8(ascii: "0")) else {
            throw JSONMistake(offset: start, what: "this is not a number as JSON writes it")
        }
        if take(".") { try fraction(of: start) }
        if take("e") || take("E") {
            if !take("+") { _ = take("-") }
            try fraction(of: start)
        }
        return String(decoding: bytes[start..<index], as: UTF8.self)
    }

    private mutating func fraction(of start: Int) throws(JSONMistake) {
        guard !takeDigits().isEmpty else {
            throw JSONMistake(offset: start, what: "this is not a number as JSON writes it")
        }
    }

    private mutating func takeDigits() -> ArraySlice<UInt8> {
        let digits = bytes[index...].prefix { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
        index += digits.count
        return digits
    }

    private mutating func text() throws(JSONMistake) -> String {
        let start = index
        index += 1
        var text = ""
        while let byte = peek {
            switch byte {
            case UInt8(ascii: "\""):
                index += 1
                return text
            case UInt8(ascii: "\\"): text += try escaped()
            case ..<0x20: throw mistake(Self.bareControlCharacter)
            default: text += takePlain()
            }
        }
        throw JSONMistake(offset: start, what: "this text has no closing quote")
    }

    /// What stands for itself in a text, up to an escape, its end, or what may not be there.
    private mutating func takePlain() -> String {
        let plain = bytes[index...].prefix { $0 != UInt8(ascii: "\"") && $0 != UInt8(ascii: "\\") && $0 >= 0x20 }
        index += plain.count
        return String(decoding: plain, as: UTF8.self)
    }

    private static let wholeText = "in a workflow, toJSON(secrets.NAME) writes a whole text with its quotes"
    private static let bareControlCharacter =
        "a line break or tab inside a text must be written \\n or \\t (\(wholeText))"

    private mutating func escaped() throws(JSONMistake) -> String {
        let pairs: [(String, String)] = [
            ("\\\"", "\""), ("\\\\", "\\"), ("\\/", "/"), ("\\b", "\u{8}"), ("\\f", "\u{C}"), ("\\n", "\n"),
            ("\\r", "\r"), ("\\t", "\t"),
        ]
        for (written, meant) in pairs where take(written) { return meant }
        guard let first = takeUnit() else {
            throw mistake("a backslash begins \\n, \\\", \\\\ and the like; alone it is \\\\ (\(Self.wholeText))")
        }
        if let scalar = Unicode.Scalar(first) { return String(Character(scalar)) }
        guard let second = takeUnit(), UTF16.isLeadSurrogate(first), UTF16.isTrailSurrogate(second) else {
            throw mistake("half of a surrogate pair stands alone")
        }
        return String(decoding: [first, second], as: UTF16.self)
    }

    /// `\u00e4` and the like: one unit of UTF-16.
    private mutating func takeUnit() -> UInt16? {
        let digits = bytes[index...].dropFirst(2).prefix(4)
        guard bytes[index...].starts(with: "\\u".utf8), digits.count == 4,
            digits.allSatisfy({ Character(Unicode.Scalar($0)).isHexDigit }),
            let unit = UInt16(String(decoding: digits, as: UTF8.self), radix: 16)
        else { return nil }
        index += 6
        return unit
    }

    private var peek: UInt8? { index < bytes.count ? bytes[index] : nil }

    private func mistake(_ what: String) -> JSONMistake {
        JSONMistake(offset: index, what: what)
    }

    private mutating func skipBlanks() {
        while let byte = peek, byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D { index += 1 }
    }

    private mutating func take(_ word: String) -> Bool {
        guard bytes[index...].starts(with: word.utf8) else { return false }
        index += word.utf8.count
        return true
    }

    private mutating func takeAfterBlanks(_ mark: Unicode.Scalar) -> Bool {
        skipBlanks()
        guard peek.map(Unicode.Scalar.init) == mark else { return false }
        index += 1
        return true
    }
}
