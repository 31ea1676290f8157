import Reporting

/// What the program knows of AWS's errors, a heading for each, so that who searches for one finds it.
enum ErrorTable {
    /// Of rows with a title of their own: by the title, with all of AWS's codes for it.
    static var byCode: [String] {
        var titles: [String] = []
        for cause in Remedy.all.compactMap(\.cause) where !titles.contains(cause) { titles.append(cause) }
        return titles.flatMap { title in
            let rows = Remedy.all.filter { $0.cause == title }
            return section(title, rows.map { "\(codes(of: $0)): \($0.cure)" })
        }.dropLast()
    }

    /// Of rows that are known by what AWS says, under an error that may be anything.
    static var byWords: [String] {
        let rows = Remedy.all.filter { $0.cause == nil }
        return rows.flatMap { row in row.sign.map { section("\"\($0)\"", ["\(codes(of: row)): \(row.cure)"]) } ?? [] }
            .dropLast()
    }

    private static func section(_ heading: String, _ paragraphs: [String]) -> [String] {
        ["### \(heading)", ""] + paragraphs.flatMap { [$0, ""] }
    }

    private static func codes(of row: Remedy) -> String { row.codes.map { "`\($0)`" }.joined(separator: ", ") }
}
