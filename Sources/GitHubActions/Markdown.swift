/// Text for a job summary. What is put in shows as it is, and is never markup.
package enum Markdown {
    /// For a cell of a table, or after the beginning of a line: every character that Markdown, its mathematics or HTML
    /// could take for its own there is written as a number, line ends as `<br>`. (An address becomes a link that says
    /// where it leads.)
    package static func text(_ text: String) -> String {
        lines(of: text).map { escape(withoutInvisible($0)) }.joined(separator: "<br>")
    }

    /// Several lines in code type, between fences that are longer than any row of backticks in them.
    /// - Parameter language: As highlighters call it; letters and digits only.
    package static func block(_ text: String, language: String) -> String {
        let body = withoutLastBlankLines(lines(of: text).map(withoutInvisible)).joined(separator: "\n")
        let fence = String(repeating: "`", count: max(3, longestRow(of: "`", in: body) + 1))
        return "\(fence)\(language)\n\(body)\n\(fence)"
    }

    private static func escape(_ text: String) -> String {
        var escaped: [UInt8] = []
        for byte in text.utf8 {
            if markup.contains(byte) {
                escaped += "&#\(byte);".utf8
            } else {
                escaped.append(byte)
            }
        }
        return String(decoding: escaped, as: UTF8.self)
    }

    private static let markup = Array("\\`*_[]<>#|~&$@".utf8)

    private static func longestRow(of wanted: Unicode.Scalar, in text: String) -> Int {
        var longest = 0
        var row = 0
        for scalar in text.unicodeScalars {
            row = scalar == wanted ? row + 1 : 0
            longest = max(longest, row)
        }
        return longest
    }
}
