/// An output file: each name with its value between two delimiters, one a line.
struct OutputLines {
    private(set) var values: [(name: String, value: String)] = []
    /// The first line that is neither a beginning nor within a value.
    private(set) var foreign: String?

    init(_ text: String) {
        var lines = text.utf8.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)[...]
        while let line = lines.popFirst(), !line.isEmpty {
            let parts = String(Substring(line)).split(separator: "<<", maxSplits: 1).map(String.init)
            guard parts.count == 2, parts[1].count > 5 else {
                foreign = String(Substring(line))
                return
            }
            let end = lines.firstIndex { $0.elementsEqual(parts[1].utf8) } ?? lines.endIndex
            values.append((parts[0], lines[..<end].map { String(Substring($0)) }.joined(separator: "\n")))
            lines = lines[end...].dropFirst()
        }
    }
}
