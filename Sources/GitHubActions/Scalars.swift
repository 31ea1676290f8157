/// The lines of a text, ended by whatever any reader takes for an end: LF, CRLF and a lone CR (all three of them the
/// runner's), and VT, FF, NEL, LS and PS.
func lines(of text: String) -> [String] {
    if text.isPlain { return [text] }
    var lines: [String] = []
    var line = String.UnicodeScalarView()
    var afterReturn = false
    for scalar in text.unicodeScalars {
        let completes = afterReturn && scalar == "\n"
        afterReturn = scalar == "\r"
        if completes { continue }
        if isLineEnd(scalar) {
            lines.append(String(line))
            line = String.UnicodeScalarView()
        } else {
            line.append(scalar)
        }
    }
    return lines + [String(line)]
}

private func isLineEnd(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x0a...0x0d, 0x85, 0x2028, 0x2029: true
    default: false
    }
}

func withoutLastBlankLines(_ lines: [String]) -> [String] {
    lines.lastIndex { !$0.isEmpty }.map { Array(lines[...$0]) } ?? []
}

/// A line without terminal sequences and without the characters that nobody sees: controls but the tab, formats
/// (directions, joiners, zero-width blanks, byte order marks) and all that Unicode lets be ignored.
///
/// .NET leaves them out when it compares by culture, as the runner does when it looks for `::` and `##[`.
func withoutInvisible(_ line: String) -> String {
    if line.isPlain { return line }
    var result = String.UnicodeScalarView()
    var sequence = TerminalSequence.none
    for scalar in line.unicodeScalars {
        sequence = sequence.next(scalar)
        if sequence == .none, !isInvisible(scalar) { result.append(scalar) }
        if sequence == .ended { sequence = .none }
    }
    return String(result)
}

private func isInvisible(_ scalar: Unicode.Scalar) -> Bool {
    if scalar == "\t" { return false }
    if scalar.isASCII { return !(0x20...0x7E).contains(scalar.value) }
    let properties = scalar.properties
    switch properties.generalCategory {
    case .control, .format, .lineSeparator, .paragraphSeparator: return true
    default: return properties.isDefaultIgnorableCodePoint || properties.isNoncharacterCodePoint
    }
}

/// A character that sits on the one before it.
func isMark(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .nonspacingMark, .enclosingMark, .spacingMark: true
    default: false
    }
}

/// Where in a terminal's control sequence (`ESC [ … letter`: colours, cursor) a character stands.
/// https://ecma-international.org/publications-and-standards/standards/ecma-48/ (5.4)
private enum TerminalSequence {
    case none, escape, parameters, ended

    func next(_ scalar: Unicode.Scalar) -> TerminalSequence {
        switch (self, scalar.value) {
        case (_, 0x1b): .escape
        case (_, 0x9b), (.escape, 0x5b): .parameters
        case (.parameters, 0x20...0x3f): .parameters
        case (.parameters, 0x40...0x7e): .ended
        default: .none
        }
    }
}

extension String {
    /// Whether there is nothing to see in it.
    var isBlank: Bool {
        unicodeScalars.allSatisfy(\.properties.isWhitespace)
    }

    /// Whether all of it is visible ASCII and blanks, as nearly everything is: nothing to take out, and cheap to know.
    var isPlain: Bool {
        utf8.allSatisfy { (0x20...0x7E).contains($0) }
    }

    /// Whether these bytes are in it, byte by byte as the runner compares. (The library's search would bring all of
    /// regular expressions into the program.)
    func holds(_ other: String) -> Bool {
        let bytes = Array(utf8)
        let wanted = Array(other.utf8)
        return bytes.indices.contains { bytes[$0] == wanted.first && bytes[$0...].starts(with: wanted) }
            || wanted.isEmpty
    }

    /// At most so many UTF-16 units, none torn in two, the cut marked.
    func cut(toUTF16 most: Int) -> String {
        if utf16.count <= most { return self }
        let mark = "… (cut)"
        var left = most - mark.utf16.count
        let kept = unicodeScalars.prefix { scalar in
            left -= UTF16.width(scalar)
            return left >= 0
        }
        return String(kept) + mark
    }
}
