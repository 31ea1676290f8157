/// What texts that are written for workflows say in a terminal: flags instead of inputs, commands instead of modes.
package enum Terms {
    /// `mode rollback needs rollback-to` becomes `lockstep rollback needs --rollback-to`. A name of one word is left as it is:
    /// nobody could tell it from the word. What begins with `In a workflow` is left out.
    package static func inTerminal(_ text: String) -> String {
        var pieces = pieces(of: text)
        if let start = pieces.indices.first(where: { pieces[$0...].starts(with: ["In", " ", "a", " ", "workflow"]) }) {
            let end = pieces[start...].firstIndex { $0.hasPrefix(".") && $0 != "." || $0.contains("\n") }
            pieces.removeSubrange(start..<(end ?? pieces.endIndex))
        }
        for index in pieces.indices {
            if isMode(pieces, index + 2), pieces[index] == "mode", [" ", ": "].contains(pieces[index + 1]) {
                pieces[index] = "lockstep"
                pieces[index + 1] = " "
            } else if isMode(pieces, index + 6), pieces[index...].starts(with: ["set", " ", "mode", " ", "to", " "]) {
                pieces.replaceSubrange(index..<index + 5, with: ["use", "", "", "", " lockstep"])
            } else if pieces[index].contains("-"), names.contains(pieces[index]), isFree(pieces, index) {
                pieces[index] = "--\(pieces[index])"
            }
        }
        return pieces.joined()
    }

    /// An input as it is called in a terminal.
    package static func flag(_ input: String) -> String { names.contains(input) ? "--\(input)" : input }

    private static let names = Set(ActionInputs.names)

    /// Words of letters, digits and dashes, and what lies between them.
    private static func pieces(of text: String) -> [String] {
        var pieces: [String] = []
        var isWord: Bool?
        for letter in text {
            let belongs = letter.isASCII && (letter.isLetter || letter.isNumber) || letter == "-"
            if belongs == isWord { pieces[pieces.count - 1].append(letter) } else { pieces.append(String(letter)) }
            isWord = belongs
        }
        return pieces
    }

    private static func isMode(_ pieces: [String], _ index: Int) -> Bool {
        index < pieces.count && RunMode(rawValue: pieces[index]) != nil
    }

    /// Whether it is no part of a path, a quotation or a name.
    private static func isFree(_ pieces: [String], _ index: Int) -> Bool {
        let before = index == 0 ? nil : pieces[index - 1].last
        let after = index + 1 == pieces.count ? "" : pieces[index + 1]
        let isPartOfName = after.count == 1 && index + 2 < pieces.count && "./_=\"@".contains(after)
        return before.map { " (\n".contains($0) } ?? true && !isPartOfName
    }
}
