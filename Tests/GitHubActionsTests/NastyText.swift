/// Text made of what could hurt, the same for the same seed (SplitMix64).
struct NastyText: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) {
        state = seed
    }

    mutating func next() -> UInt64 {
        state &+= 0x9e37_79b9_7f4a_7c15
        var value = state
        value = (value ^ (value >> 30)) &* 0xbf58_476d_1ce4_e5b9
        value = (value ^ (value >> 27)) &* 0x94d0_49bb_1331_11eb
        return value ^ (value >> 31)
    }

    mutating func text() -> String {
        let count = Int.random(in: 0...14, using: &self)
        var text = String.UnicodeScalarView()
        for _ in 0..<count { text.append(contentsOf: piece().unicodeScalars) }
        return String(text)
    }

    private mutating func piece() -> String {
        let pieces = Bool.random(using: &self) ? Self.markers : Self.invisible
        return pieces[Int.random(in: pieces.indices, using: &self)]
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
