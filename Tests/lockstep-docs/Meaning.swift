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
            let isProse = rest[..<end].contains(" ") || rest[..<end] == "none"
            standard = isProse ? String(rest[..<end]) : "`\(rest[..<end])`"
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
