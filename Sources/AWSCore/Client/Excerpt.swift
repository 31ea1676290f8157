/// The beginning of a body that is not what it should be, on one line, for a message.
func excerpt(of body: [UInt8]) -> String {
    guard !body.isEmpty else { return "it is empty" }
    let characters = String(decoding: body.prefix(800), as: UTF8.self).split { !$0.isPrintable }
    let text = characters.joined(separator: " ")
    return text.count > 160 ? text.prefix(160) + "..." : text
}

extension Character {
    fileprivate var isPrintable: Bool {
        !isWhitespace && unicodeScalars.allSatisfy { $0.properties.generalCategory != .control }
    }
}
