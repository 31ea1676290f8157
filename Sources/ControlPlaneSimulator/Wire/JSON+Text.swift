extension JSON {
    /// The value as compact JSON, members in the order of their names, so that the same value is always the same bytes.
    package var bytes: [UInt8] {
        var bytes: [UInt8] = []
        write(to: &bytes)
        return bytes
    }

    package var text: String {
        String(decoding: bytes, as: UTF8.self)
    }

    private func write(to bytes: inout [UInt8]) {
        switch self {
        case .null: bytes += "null".utf8
        case .bool(let value): bytes += (value ? "true" : "false").utf8
        case .integer(let number): bytes += String(number).utf8
        case .number(let number): bytes += String(number).utf8
        case .string(let text): writeQuoted(text, to: &bytes)
        case .array(let elements):
            writeList(elements, between: "[]", to: &bytes) { $0.write(to: &$1) }
        case .object(let members):
            writeList(members.sorted { $0.key < $1.key }, between: "{}", to: &bytes) { member, bytes in
                writeQuoted(member.key, to: &bytes)
                bytes.append(UInt8(ascii: ":"))
                member.value.write(to: &bytes)
            }
        }
    }
}

private func writeList<Element>(
    _ elements: [Element], between brackets: String, to bytes: inout [UInt8],
    _ write: (Element, inout [UInt8]) -> Void
) {
    bytes += brackets.utf8.prefix(1)
    for (index, element) in elements.enumerated() {
        if index > 0 { bytes.append(UInt8(ascii: ",")) }
        write(element, &bytes)
    }
    bytes += brackets.utf8.suffix(1)
}

private func writeQuoted(_ text: String, to bytes: inout [UInt8]) {
    bytes.append(UInt8(ascii: "\""))
    for byte in text.utf8 {
        switch Unicode.Scalar(byte) {
        case "\"": bytes += "\\\"".utf8
        case "\\": bytes += "\\\\".utf8
        case "\n": bytes += "\\n".utf8
        case "\r": bytes += "\\r".utf8
        case "\t": bytes += "\\t".utf8
        case "\u{0}"..."\u{1F}": bytes += "\\u00\(byte < 16 ? "0" : "")\(String(byte, radix: 16))".utf8
        default: bytes.append(byte)
        }
    }
    bytes.append(UInt8(ascii: "\""))
}
