/// An output file: each name with its value between two delimiters, one a line.
struct OutputLines: Sendable {
    private(set) var values: [(name: String, value: String)] = []
    /// The first line that is neither a beginning nor within a value.
    private(set) var foreign: String?

    init(_ text: String) {
        var lines = Array(text.utf8).split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)[...]
        while let line = lines.popFirst(), !line.isEmpty {
            let name = line.prefix { $0 != UInt8(ascii: "<") }
            let delimiter = line.dropFirst(name.count + 2)
            guard line.dropFirst(name.count).starts(with: "<<".utf8), delimiter.count > 5 else {
                foreign = String(decoding: line, as: UTF8.self)
                return
            }
            let end = lines.firstIndex(of: delimiter) ?? lines.endIndex
            let value = lines[..<end].map { String(decoding: $0, as: UTF8.self) }.joined(separator: "\n")
            values.append((String(decoding: name, as: UTF8.self), value))
            lines = lines[end...].dropFirst()
        }
    }
}
