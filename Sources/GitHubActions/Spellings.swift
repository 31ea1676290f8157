/// The ways in which programs write a value down inside something else, as UTF-8.
struct Spellings {
    let all: [[UInt8]]

    init(of value: String) {
        let plain = Array(value.utf8)
        all =
            [
                plain,
                percent(plain, digits: Array("0123456789ABCDEF".utf8), blank: nil),
                percent(plain, digits: Array("0123456789abcdef".utf8), blank: nil),
                percent(plain, digits: Array("0123456789ABCDEF".utf8), blank: UInt8(ascii: "+")),
            ] + JSONStyle.all.flatMap { json(value, $0) } + base64Inside(plain)
    }
}

/// What a library for JSON escapes although JSON does not ask for it: https://www.rfc-editor.org/rfc/rfc8259#section-7
private struct JSONStyle {
    let escaped: Set<Unicode.Scalar>
    let isASCIIOnly: Bool
    let hasUpperCaseDigits: Bool

    /// Functions are written in all these languages, and what goes wrong in one is told by its own library.
    static let all = [
        JSONStyle(escaped: [], isASCIIOnly: false, hasUpperCaseDigits: false),  // JavaScript
        JSONStyle(escaped: [], isASCIIOnly: true, hasUpperCaseDigits: false),  // Python
        JSONStyle(escaped: ["<", ">", "&"], isASCIIOnly: false, hasUpperCaseDigits: false),  // Go
        JSONStyle(escaped: ["<", ">", "&", "=", "'"], isASCIIOnly: false, hasUpperCaseDigits: false),  // Java's Gson
        JSONStyle(escaped: ["<", ">", "&", "+", "'", "\"", "`"], isASCIIOnly: true, hasUpperCaseDigits: true),  // .NET
    ]

    func text(_ value: String) -> String {
        var result = ""
        for scalar in value.unicodeScalars {
            switch scalar {
            case _ where escaped.contains(scalar): result += unicodeEscape(scalar)
            case "\"": result += "\\\""
            case "\\": result += "\\\\"
            case "\t": result += "\\t"
            case _ where scalar.value < 0x20 || isASCIIOnly && scalar.value > 0x7e: result += unicodeEscape(scalar)
            default: result.unicodeScalars.append(scalar)
            }
        }
        return result
    }

    private func unicodeEscape(_ scalar: Unicode.Scalar) -> String {
        String(scalar).utf16.map { unit in
            let digits = String(unit, radix: 16, uppercase: hasUpperCaseDigits)
            return "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
        }.joined()
    }
}

/// As JSON holds it between quotation marks, and as it is in JSON that is itself a text in JSON: a function that fails with
/// all its variables in its error's message is answered like that.
private func json(_ value: String, _ style: JSONStyle) -> [[UInt8]] {
    let once = style.text(value)
    return [Array(once.utf8), Array(style.text(once).utf8)]
}

/// As a URL holds it: https://www.rfc-editor.org/rfc/rfc3986#section-2.1
/// - Parameter blank: What a form writes for a blank.
private func percent(_ bytes: [UInt8], digits: [UInt8], blank: UInt8?) -> [UInt8] {
    bytes.flatMap { byte -> [UInt8] in
        switch Unicode.Scalar(byte) {
        case "a"..."z", "A"..."Z", "0"..."9", "-", ".", "_", "~": return [byte]
        case " " where blank != nil: return [blank ?? byte]
        default: return [UInt8(ascii: "%"), digits[Int(byte >> 4)], digits[Int(byte & 0xf)]]
        }
    }
}

/// What a value looks like anywhere in something longer that was written in base64, in both its alphabets. Where it
/// begins within three bytes changes all of it; the letters at its ends, which it shares with its neighbours, are left.
private func base64Inside(_ bytes: [UInt8]) -> [[UInt8]] {
    let standard = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)
    let forURLs = standard.dropLast(2) + Array("-_".utf8)
    return (0..<3).flatMap { shift in
        let sixths = wholeSixths(of: bytes, after: shift)
        return [sixths.map { standard[$0] }, sixths.map { forURLs[$0] }]
    }
}

/// The groups of six bits that lie wholly in the value, when so many bytes are before it.
private func wholeSixths(of bytes: [UInt8], after shift: Int) -> [Int] {
    let first = (shift * 8 + 5) / 6
    let end = (shift + bytes.count) * 8 / 6
    return (first..<end).map { group in
        (0..<6).reduce(0) { value, bit in
            let place = group * 6 + bit - shift * 8
            return value << 1 | Int(bytes[place / 8] >> (7 - place % 8) & 1)
        }
    }
}
