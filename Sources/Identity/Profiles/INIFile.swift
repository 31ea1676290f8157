/// A file of sections with settings, as AWS's tools write them.
/// Source: https://docs.aws.amazon.com/sdkref/latest/guide/file-format.html
enum INIFile {
    /// What is indented more than the setting before it belongs to that, which holds settings of its own then; none that is read
    /// here does.
    static func sections(of text: String) -> [String: [String: String]] {
        var sections: [String: [String: String]] = [:]
        var section: String?
        var indent: Int?
        // A byte order mark is no part of the first line.
        for line in text.drop(while: { $0 == "\u{FEFF}" }).split(whereSeparator: \.isNewline) where !isComment(line) {
            let content = line.drop(while: \.isWhitespace)
            let own = line.count - content.count
            if let indent, own > indent { continue }
            if let name = header(content) {
                section = name
                indent = nil
                sections[name, default: [:]] = sections[name] ?? [:]
            } else if let section, let (key, value) = setting(content) {
                sections[section]?[key] = value
                indent = own
            }
        }
        return sections
    }

    private static func isComment(_ line: Substring) -> Bool {
        let first = line.first { !$0.isWhitespace }
        return first == nil || first == "#" || first == ";"
    }

    private static func header(_ line: Substring) -> String? {
        guard line.first == "[", let end = line.firstIndex(of: "]") else { return nil }
        return words(String(line[line.index(after: line.startIndex)..<end])).joined(separator: " ")
    }

    private static func setting(_ line: Substring) -> (String, String)? {
        guard let equals = line.firstIndex(where: { "=:".contains($0) }) else { return nil }
        let key = trimmed(line[..<equals]).lowercased()
        return key.isEmpty ? nil : (key, trimmed(line[line.index(after: equals)...]))
    }

    private static func trimmed(_ text: Substring) -> String {
        let start = text.drop(while: \.isWhitespace)
        guard let last = start.lastIndex(where: { !$0.isWhitespace }) else { return "" }
        return String(start[...last])
    }
}

/// A command's words as a shell takes them apart, without all else that a shell does.
func words(_ text: String) -> [String] {
    var words: [String] = []
    var word: String?
    var quote: Character?
    var isEscaped = false
    for character in text {
        if isEscaped {
            word = (word ?? "") + String(character)
            isEscaped = false
        } else if character == "\\", quote != "'" {
            isEscaped = true
        } else if character == quote {
            quote = nil
        } else if quote == nil, character == "\"" || character == "'" {
            quote = character
            word = word ?? ""
        } else if quote == nil, character.isWhitespace {
            if let ended = word { words.append(ended) }
            word = nil
        } else {
            word = (word ?? "") + String(character)
        }
    }
    if let word { words.append(word) }
    return words
}
