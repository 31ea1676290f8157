/// A help text, parted into the default that it names and the rest.
package struct Meaning: Equatable {
    package let text: String
    package let standard: String?

    package init(_ description: String) {
        let mark = " (default)"
        if let found = description.firstRange(of: mark) {
            let before = description[..<found.lowerBound]
            standard = before.split(separator: " ").last.map { "`\($0)`" }
            text = String(before + description[found.upperBound...])
        } else if let found = description.firstRange(of: "Default: ") {
            let rest = description[found.upperBound...]
            let end = rest.firstRange(of: ". ")?.lowerBound ?? rest.dropLast().endIndex
            let after = rest[end...].dropFirst().drop { $0 == " " }
            standard = String(rest[..<end])
            text = [description[..<found.lowerBound], after].map { String($0) }.joined().trimmed
        } else {
            (text, standard) = (description, nil)
        }
    }
}

extension String {
    fileprivate var trimmed: String {
        var text = self[...]
        while text.last == " " { text.removeLast() }
        return String(text)
    }
}

extension StringProtocol {
    /// The standard library's is slow to compile, and Foundation's is not imported whole.
    fileprivate func firstRange(of part: String) -> Range<Index>? {
        var start = startIndex
        while start < endIndex {
            if self[start...].hasPrefix(part) { return start..<index(start, offsetBy: part.count) }
            start = index(after: start)
        }
        return nil
    }
}
