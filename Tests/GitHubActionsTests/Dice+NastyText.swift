import Fuzzing

extension Dice {
    /// Text made of what could hurt.
    mutating func nastyText() -> String {
        var text = String.UnicodeScalarView()
        for _ in 0..<below(15) {
            text.append(contentsOf: pick(chance(50) ? Self.markers : Self.invisible).unicodeScalars)
        }
        return String(text)
    }

    private static let markers = [
        "::", ":", "##[", "#", "[", "]", "error", "::error::", "::stop-commands::", "::add-mask::", "##[add-mask]",
        "##[group]", "set-output name=a", "::set-output name=a::b", "%0A", "%25", "%", ",", ";", "=", " ", "x", "\\",
        "…",
    ]

    private static let invisible = [
        "\n", "\r", "\r\n", "\u{b}", "\u{c}", "\u{85}", "\u{2028}", "\u{2029}", "\t", " ", "\u{a0}", "\u{3000}",
        "\u{2003}", "\u{200b}", "\u{feff}", "\u{ad}", "\u{202e}", "\u{2066}", "\u{200d}", "\u{fe0f}", "\u{0}", "\u{7f}",
        "\u{1b}[31m", "\u{1b}", "\u{9b}2K", "\u{1b}[", "\u{301}", "\u{591}", "\u{34f}", "\u{180e}", "\u{e0001}",
        "\u{3164}", "\u{fffe}", "\u{378}", "\u{e000}", "\u{20dd}",
    ]
}
