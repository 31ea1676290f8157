/// How much of a foreign text is shown.
package struct TextLimits: Sendable {
    /// At least 1.
    package let lines: Int
    /// Of one line, in UTF-16 units; at least 40, so that the mark of a cut has room.
    package let lineLength: Int

    package init(lines: Int, lineLength: Int) {
        self.lines = max(1, lines)
        self.lineLength = max(40, lineLength)
    }
}

/// Text that somebody else wrote (a function's log, a message of AWS, the name of a file) as lines that the runner can
/// only show, wherever they are printed and whatever stands before them.
///
/// The runner takes a line for a command when it begins with `::` after blanks, and when `##[` stands **anywhere** in it.
/// It compares by culture, so characters that cannot be seen may stand in between. Those are taken out here and what
/// is left is broken up with a backslash, as the runner itself does with its own markers: `:\:error::`, `##\[error]`.
///
/// Blank lines at the end are dropped. Doing it twice changes nothing. Redact before: a cut may leave a part of a secret.
package func harmless(_ text: String, limits: TextLimits) -> [String] {
    let result = withoutLastBlankLines(
        lines(of: text).map { broken(withoutInvisible($0)).cut(toUTF16: limits.lineLength) })
    guard result.count > limits.lines else { return result }
    let shown = result.prefix(limits.lines - 1)
    return shown + ["… (\(result.count - shown.count) more lines cut)"]
}

/// Breaks up what would be a command.
private func broken(_ line: String) -> String {
    if line.isPlain, !line.holds("::"), !line.holds("##[") { return line }
    var result = String.UnicodeScalarView()
    var atStart = true
    var beforeLast: Unicode.Scalar?
    var last: Unicode.Scalar?
    for scalar in line.unicodeScalars {
        let opensOld = beforeLast == "#" && last == "#" && scalar == "["
        let opensNew = atStart && last == ":" && scalar == ":"
        if opensOld || opensNew { result.append("\\") }
        result.append(scalar)
        if isPassedOver(scalar) || last == nil && scalar.properties.isWhitespace { continue }
        atStart = atStart && scalar == ":" && last == nil
        (beforeLast, last) = (last, scalar)
    }
    return String(result)
}

/// Whether the runner might not see a character between two of a marker, or before the first. More than it surely
/// passes over: marks have no weight in some collations, and what Swift does not know yet may be a format character.
private func isPassedOver(_ scalar: Unicode.Scalar) -> Bool {
    if scalar.isASCII { return false }
    if isMark(scalar) { return true }
    switch scalar.properties.generalCategory {
    case .unassigned, .privateUse: return true
    default: return false
    }
}
