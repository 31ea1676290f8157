// The parts that a summary is built of. What is handed in as Markdown is ours, or has been through `text`.
extension Markdown {
    /// Like ``text(_:)``, for a cell: with places in long words where they may be broken, since GitHub makes a table scroll
    /// rather than break a word.
    /// - Parameter longestWord: in characters.
    package static func cell(_ text: String, longestWord: Int) -> String {
        lines(of: text).map { line in
            line.utf8.split(separator: UInt8(ascii: " "), omittingEmptySubsequences: false)
                .map { breakable(Substring($0), longestWord) }
                .joined(separator: " ")
        }.joined(separator: "<br>")
    }

    private static func breakable(_ word: Substring, _ longest: Int) -> String {
        // No more characters than bytes.
        if word.utf8.count <= longest { return Self.text(String(word)) }
        var rest = word[...]
        var parts: [String] = []
        while !rest.isEmpty {
            parts.append(Self.text(String(rest.prefix(longest))))
            rest = rest.dropFirst(longest)
        }
        return parts.joined(separator: "<wbr>")
    }

    /// In code type, within a line; Markdown's own backticks would not let it be written as numbers.
    package static func code(_ text: String) -> String { "<code>\(cell(text, longestWord: 24))</code>" }

    /// - Parameters:
    ///   - label: Markdown.
    ///   - address: whatever could end it early is written as a number.
    package static func link(_ label: String, to address: String) -> String {
        "[\(label)](\(address.utf8.map(inAddress).joined()))"
    }

    /// - Parameter rows: of cells that are Markdown, the first row being the head.
    package static func table(_ rows: [[String]]) -> String {
        guard let head = rows.first else { return "" }
        let lines = rows.map { "| " + $0.joined(separator: " | ") + " |" }
        return ([lines[0], "|" + String(repeating: " --- |", count: head.count)] + lines.dropFirst())
            .joined(separator: "\n")
    }

    package enum Alert: String, Sendable {
        case note = "NOTE"
        case warning = "WARNING"
        case caution = "CAUTION"
    }

    /// A box; where it is not known, a quotation.
    /// https://docs.github.com/get-started/writing-on-github/getting-started-with-writing-and-formatting-on-github/basic-writing-and-formatting-syntax#alerts
    package static func alert(_ kind: Alert, _ markdown: String) -> String {
        let lines = markdown.split(separator: "\n", omittingEmptySubsequences: false)
        return (["> [!\(kind.rawValue)]"] + lines.map { $0.isEmpty ? ">" : "> \($0)" }).joined(separator: "\n")
    }

    /// Folded away under a title.
    package static func folded(_ title: String, _ markdown: String) -> String {
        "<details><summary>\(title)</summary>\n\n\(markdown)\n\n</details>"
    }

    private static func inAddress(_ byte: UInt8) -> String {
        switch Unicode.Scalar(byte) {
        case "a"..."z", "A"..."Z", "0"..."9", "-", ".", "_", "~", ":", "/", "?", "#", "@", "!", "$", "&", "'", "+", ",",
            ";",
            "=", "%":
            String(Unicode.Scalar(byte))
        default: "%" + String(byte >> 4, radix: 16, uppercase: true) + String(byte & 0xf, radix: 16, uppercase: true)
        }
    }
}
