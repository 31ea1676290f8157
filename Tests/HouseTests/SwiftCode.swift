/// Swift source as far as names matter: without comments and without the text of literals. What is interpolated into a
/// literal is code, and stays.
struct SwiftCode {
    struct TypeDeclaration: Equatable {
        let name: String
        /// Nobody outside its file can name it.
        let isPrivate: Bool
        let isNested: Bool
    }

    let text: String

    init(_ source: String) {
        var reader = Reader(rest: Array(source.utf8)[...])
        reader.readCode(isInterpolated: false)
        text = String(decoding: reader.code, as: UTF8.self)
    }

    /// Every word that may name a type.
    var names: Set<String> {
        Set(words(of: text[...]).filter(isTypeName).map(String.init))
    }

    /// The types that are declared here, one a line.
    var types: [TypeDeclaration] {
        var depth = 0
        return text.split(separator: "\n").compactMap { line in
            defer { depth += line.count { $0 == "{" } - line.count { $0 == "}" } }
            let words = words(of: line)
            guard let kind = words.firstIndex(where: { kinds.contains($0) }), !words[..<kind].contains("import"),
                let name = words[(kind + 1)...].first, isTypeName(name),
                line[words[kind].endIndex..<name.startIndex].allSatisfy(\.isWhitespace)
            else { return nil }
            let isPrivate = words[..<kind].contains { $0 == "private" || $0 == "fileprivate" }
            return TypeDeclaration(name: String(name), isPrivate: isPrivate, isNested: depth > 0)
        }
    }
}

private let kinds: Set<Substring> = ["struct", "class", "enum", "protocol", "actor", "typealias"]

private func isTypeName(_ word: Substring) -> Bool {
    word.first?.isUppercase == true
}

private func words(of text: Substring) -> [Substring] {
    text.split { !($0.isLetter || $0.isNumber || $0 == "_") }
}

private struct Reader {
    var rest: ArraySlice<UInt8>
    private(set) var code: [UInt8] = []

    init(rest: ArraySlice<UInt8>) {
        self.rest = rest
    }

    /// To the end, or to the bracket that ends an interpolation.
    mutating func readCode(isInterpolated: Bool) {
        var open = 0
        while let byte = rest.first {
            if byte == UInt8(ascii: "/"), skipComment() { continue }
            if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "#"), readLiteral() { continue }
            rest.removeFirst()
            code.append(byte)
            if byte == UInt8(ascii: "(") { open += 1 }
            if byte == UInt8(ascii: ")") { open -= 1 }
            if isInterpolated, open < 0 { return }
        }
    }

    private mutating func skipComment() -> Bool {
        if rest.starts(with: "//".utf8) {
            rest = rest.drop { $0 != UInt8(ascii: "\n") }
            return true
        }
        guard take("/*") else { return false }
        var open = 1
        while open > 0, !rest.isEmpty {
            if take("/*") {
                open += 1
            } else if take("*/") {
                open -= 1
            } else {
                rest.removeFirst()
            }
        }
        return true
    }

    /// A literal in one quote or three, raw or not; leaves a blank and what is interpolated.
    private mutating func readLiteral() -> Bool {
        let hashes = String(repeating: "#", count: rest.prefix { $0 == UInt8(ascii: "#") }.count)
        let quotes = ["\"\"\"", "\""].first { rest.starts(with: (hashes + $0).utf8) }
        guard let quotes, take(hashes + quotes) else { return false }
        code.append(UInt8(ascii: " "))
        while let byte = rest.first {
            guard byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\") else {
                rest.removeFirst()
                continue
            }
            if take(quotes + hashes) { break }
            if take("\\" + hashes + "(") {
                readCode(isInterpolated: true)
            } else {
                rest = rest.dropFirst(rest.starts(with: ("\\" + hashes).utf8) ? hashes.utf8.count + 2 : 1)
            }
        }
        return true
    }

    private mutating func take(_ text: String) -> Bool {
        guard rest.starts(with: text.utf8) else { return false }
        rest = rest.dropFirst(text.utf8.count)
        return true
    }
}
