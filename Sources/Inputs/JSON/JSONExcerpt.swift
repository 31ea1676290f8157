/// The line of a JSON text up to a place, and a caret below it. Of values it shows only that they are there, and names only where
/// they are whole: what is no JSON may hold a secret anywhere.
struct JSONExcerpt {
    private static let longest = 70

    private var line = ""
    /// Of each list or object that is open here, whether it is an object.
    private var objects: [Bool] = []
    private var isNameNext = false

    /// - Parameter offset: within the text, or its end.
    static func text(of bytes: [UInt8], upTo offset: Int) -> String {
        var excerpt = JSONExcerpt()
        var rest = bytes[..<offset]
        while let byte = rest.first {  // each turn takes at least one byte
            rest = excerpt.take(byte, rest)
        }
        let line = excerpt.line
        let shown = line.count > longest ? "..." + line.suffix(longest - 3) : line
        return "\(shown)...\n\(String(repeating: " ", count: shown.count))^"
    }

    private mutating func take(_ byte: UInt8, _ rest: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
        switch byte {
        case UInt8(ascii: "\""): return takeText(rest)
        case UInt8(ascii: "\n"): line = ""
        case UInt8(ascii: " "), UInt8(ascii: "\t"): line += " "
        case UInt8(ascii: "\r"): break
        case UInt8(ascii: "{"), UInt8(ascii: "["): open(isObject: byte == UInt8(ascii: "{"))
        case UInt8(ascii: "}"), UInt8(ascii: "]"): close(byte)
        case UInt8(ascii: ","), UInt8(ascii: ":"):
            line.unicodeScalars.append(Unicode.Scalar(byte))
            isNameNext = byte == UInt8(ascii: ",") && objects.last == true
        default:
            line += "***"
            return rest.drop { !Self.ends.contains($0) }
        }
        return rest.dropFirst()
    }

    private static let ends = Array("{}[],:\" \t\r\n".utf8)

    private mutating func open(isObject: Bool) {
        line += isObject ? "{" : "["
        objects.append(isObject)
        isNameNext = isObject
    }

    private mutating func close(_ byte: UInt8) {
        line.unicodeScalars.append(Unicode.Scalar(byte))
        _ = objects.popLast()
        isNameNext = false
    }

    private mutating func takeText(_ rest: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
        var end = rest.index(after: rest.startIndex)
        while end < rest.endIndex, rest[end] != UInt8(ascii: "\"") {
            end += rest[end] == UInt8(ascii: "\\") ? 2 : 1
        }
        guard end < rest.endIndex else {
            line += "\"***"
            return []
        }
        let text = String(decoding: rest[rest.startIndex...end], as: UTF8.self)
        line += isNameNext && !text.contains(where: \.isNewline) ? text : "\"***\""
        return rest[(end + 1)...]
    }
}
