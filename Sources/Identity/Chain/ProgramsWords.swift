/// What a program says of its failure, to be shown on one line: its first lines, without what may be a key.
func shownOfProgram(_ said: String) -> String {
    let lines = said.split(whereSeparator: \.isNewline).lazy.map { $0.split(whereSeparator: \.isWhitespace) }
    let words = lines.filter { !$0.isEmpty }.prefix(3).map { $0.map(withoutKeys).joined(separator: " ") }
    let text = words.joined(separator: " ")
    return text.count > 300 ? text.prefix(300) + "..." : text
}

/// AWS's keys have 20 letters and digits, its secrets 40 with slashes and plus signs, its tokens hundreds; others' are as long,
/// and words are shorter. A path with a digit may go the same way: better that than a key.
private func withoutKeys(_ word: Substring) -> String {
    var shown = ""
    var run = ""
    func end() {
        shown += mayBeKey(run) ? "***" : run
        run = ""
    }
    for character in word {
        if isOfKey(character) {
            run.append(character)
        } else {
            end()
            shown.append(character)
        }
    }
    end()
    return shown
}

private func isOfKey(_ character: Character) -> Bool {
    switch character {
    case "a"..."z", "A"..."Z", "0"..."9", "/", "+", "=", "-", "_": character.isASCII
    default: false
    }
}

private func mayBeKey(_ run: String) -> Bool {
    if run.contains(where: \.isNumber) { return run.utf8.count >= 20 }
    return run.utf8.count >= 32 && run.first != "/"
}
