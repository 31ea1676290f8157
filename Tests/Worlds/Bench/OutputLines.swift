/// An output file: each name with its value between two delimiters, one a line.
struct OutputLines {
    private(set) var values: [(name: String, value: String)] = []
    /// The first line that is neither a beginning nor within a value.
    private(set) var foreign: String?

    init(_ text: String) {
        var lines = text.utf8.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)[...]
        while let line = lines.popFirst(), !line.isEmpty {
            let name = line.prefix { $0 != UInt8(ascii: "<") }
            let delimiter = line.dropFirst(name.count + 2)
            guard line.dropFirst(name.count).starts(with: "<<".utf8), delimiter.count > 5 else {
                foreign = String(Substring(line))
                return
            }
            let end = lines.firstIndex { $0.elementsEqual(delimiter) } ?? lines.endIndex
            let value = lines[..<end].map { String(Substring($0)) }.joined(separator: "\n")
            values.append((String(Substring(name)), value))
            lines = lines[end...].dropFirst()
        }
    }
}
