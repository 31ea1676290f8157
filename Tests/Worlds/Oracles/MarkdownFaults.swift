/// What is wrong with a summary, for whoever is to show it: markup that is not ours, a table whose rows do not fit its head,
/// a block that does not end, and a picture that Mermaid does not draw.
package enum MarkdownFaults {
    /// Written by us, and known to GitHub's own list of what may stand in Markdown.
    private static let ours: Set = [
        "<br>", "<wbr>", "<code>", "</code>", "<details>", "</details>", "<summary>", "</summary>",
    ]

    /// By bytes, for summaries are long and every world has one.
    package static func of(_ markdown: String) -> [String] {
        var faults: [String] = []
        var fence: ArraySlice<UInt8>?
        var isPicture = false
        var columns: Int?
        for line in Array(markdown.utf8).split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false) {
            if let open = fence {
                if line == open { fence = nil } else if isPicture { faults += picture(text(line)) }
                continue
            }
            let ticks = line.prefix { $0 == UInt8(ascii: "`") }
            if ticks.count >= 3 {
                fence = ticks
                isPicture = text(line).hasSuffix("mermaid")
                continue
            }
            faults += tags(line)
            guard line.first == UInt8(ascii: "|") else {
                columns = nil
                continue
            }
            let bars = line.count { $0 == UInt8(ascii: "|") }
            if let columns, columns != bars { faults.append("a row of another length: \(text(line))") }
            columns = columns ?? bars
        }
        return faults + (fence == nil ? [] : ["a block has no end"])
    }

    private static func text(_ bytes: ArraySlice<UInt8>) -> String {
        String(decoding: bytes, as: UTF8.self)
    }

    private static func tags(_ line: ArraySlice<UInt8>) -> [String] {
        line.split(separator: UInt8(ascii: "<"), omittingEmptySubsequences: false).dropFirst().compactMap { rest in
            let tag = "<" + text(rest.prefix { $0 != UInt8(ascii: ">") }) + ">"
            return ours.contains(tag) ? nil : "markup in the summary: \(tag)"
        }
    }

    /// Fixed words and numbers.
    private static func picture(_ line: String) -> [String] {
        let head = ["gantt", "    dateFormat x", "    axisFormat %H:%M:%S", "    tickInterval 1second"]
        if head.contains(line) { return [] }
        let parts = line.split(separator: ":", omittingEmptySubsequences: false)
        let isWord = parts[0].allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || " .".contains($0)) }
        let isSection = parts.count == 1 && line.hasPrefix("    section ")
        let times = parts.last.map { $0.hasPrefix("crit, ") ? $0.dropFirst(6) : $0 }?.split(separator: ",") ?? []
        let isBar = parts.count == 2 && times.count == 2 && times.allSatisfy { Int($0.drop { $0 == " " }) != nil }
        return isWord && (isSection || isBar) ? [] : ["Mermaid does not draw: \(line)"]
    }
}
