extension Markdown {
    /// GitHub takes no summary above 1,048,576 bytes: nothing at all is shown then. This leaves room for what earlier
    /// parts of the step may have written.
    /// https://docs.github.com/actions/reference/workflows-and-actions/workflow-commands#adding-a-job-summary
    package static let longestSummary = 1_000_000

    /// The whole lines from the beginning that fit into so many bytes. If any are missing a note says so, outside of a
    /// block that the cut would have left open.
    /// - Parameter most: Bytes; more than 100.
    package static func cut(_ summary: String, toBytes most: Int) -> String {
        if summary.utf8.count <= most { return summary }
        var kept = ""
        var open: Fence?
        for line in summary.unicodeScalars.split(separator: "\n", omittingEmptySubsequences: false) {
            let next = Fence(line).map { open?.after($0) ?? $0 } ?? open
            let closing = max(open?.length ?? 0, next?.length ?? 0) + 1
            let bytes = Substring(line).utf8.count + 1
            if kept.utf8.count + bytes + closing + note.utf8.count > most { break }
            kept += Substring(line) + "\n"
            open = next?.isOpen == true ? next : nil
        }
        return kept + (open.map { String(repeating: "`", count: $0.length) + "\n" } ?? "") + note
    }

    private static let note = "\n*The rest of this summary was too long and is left out.*\n"
}

/// A row of backticks at the beginning of a line, which opens a block or closes it.
private struct Fence {
    let length: Int
    var isOpen = true
    /// Only a fence with nothing after it closes.
    private let isBare: Bool

    init?(_ line: Substring.UnicodeScalarView) {
        length = line.prefix { $0 == "`" }.count
        guard length >= 3 else { return nil }
        isBare = line.count == length
    }

    /// What is open after another fence within this one.
    func after(_ other: Fence) -> Fence {
        var fence = self
        fence.isOpen = !(other.isBare && other.length >= length)
        return fence
    }
}
