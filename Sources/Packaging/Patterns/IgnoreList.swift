/// Lines in the syntax of a `.gitignore`.
package struct IgnoreList: Sendable, Equatable {
    /// More than anybody writes, and few enough that each path can be held against all.
    package static let mostLines = 1_000
    package static let longestLine = 1_000

    /// What is said of such a text, behind its name.
    package static let tooLong = "has more than \(mostLines) lines, or a line of more than \(longestLine) bytes"

    let patterns: [IgnorePattern]

    package static let empty = IgnoreList(patterns: [])

    private init(patterns: [IgnorePattern]) {
        self.patterns = patterns
    }

    /// - Returns: nil for more lines, or longer ones, than are taken.
    package init?(_ text: some Collection<UInt8>) {
        let text = Array(text)
        let isMarked = text.starts(with: [0xef, 0xbb, 0xbf])
        let lines = text.dropFirst(isMarked ? 3 : 0).split(separator: UInt8(ascii: "\n"))
        guard lines.count <= Self.mostLines, lines.allSatisfy({ $0.count <= Self.longestLine }) else { return nil }
        patterns = lines.compactMap { IgnorePattern(line: $0) }
    }
}
