/// The ways in which programs write a value down inside something else, as UTF-8.
struct Spellings {
    let all: [[UInt8]]

    init(of value: String) {
        let plain = Array(value.utf8)
        all =
            [
                plain, json(value, asciiOnly: false), json(value, asciiOnly: true),
                percent(plain, digits: Array("0123456789ABCDEF".utf8), blank: nil),
                percent(plain, digits: Array("0123456789abcdef".utf8), blank: nil),
                percent(plain, digits: Array("0123456789ABCDEF".utf8), blank: UInt8(ascii: "+")),
            ] + base64Inside(plain)
    }
}

/// As JSON writes it between quotation marks: https://www.rfc-editor.org/rfc/rfc8259#section-7
private func json(_ value: String, asciiOnly: Bool) -> [UInt8] {
    var result = ""
    for scalar in value.unicodeScalars {
        switch scalar {
        case "\"": result += "\\\""
        case "\\": result += "\\\\"
        case "\t": result += "\\t"
        case _ where scalar.value < 0x20 || asciiOnly && scalar.value > 0x7e: result += unicodeEscape(scalar)
        default: result.unicodeScalars.append(scalar)
        }
    }
    return Array(result.utf8)
}

private func unicodeEscape(_ scalar: Unicode.Scalar) -> String {
    String(scalar).utf16.map { unit in
        let digits = String(unit, radix: 16)
        return "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
    }.joined()
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
