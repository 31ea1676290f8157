extension Dice {
    /// The bytes after one to four changes of the kinds that find most: bits, bytes, numbers at their bounds, pieces
    /// that are missing, twice there, elsewhere, or a word that means something to whoever reads it.
    package mutating func mutated(_ bytes: [UInt8], words: [String]) -> [UInt8] {
        var bytes = bytes
        for _ in 0...below(4) { change(&bytes, words) }
        return bytes
    }

    package mutating func mutated(_ text: String, words: [String]) -> String {
        String(decoding: mutated(Array(text.utf8), words: words), as: UTF8.self)
    }

    private mutating func change(_ bytes: inout [UInt8], _ words: [String]) {
        let place = below(bytes.count + 1)
        let piece = place..<min(bytes.count, place + 1 + below(1 << below(8)))
        switch below(9) {
        case 0 where !piece.isEmpty: bytes[place] ^= 1 << UInt8(below(8))
        case 1 where !piece.isEmpty: bytes[place] = UInt8(below(256))
        case 2: bytes.removeSubrange(piece)
        case 3: bytes.insert(contentsOf: bytes[piece], at: below(bytes.count + 1))
        case 4: bytes.removeSubrange(place...)
        case 5: bytes.insert(contentsOf: anyBytes(upTo: 12), at: place)
        case 6 where !words.isEmpty: bytes.replaceSubrange(chance(50) ? piece : place..<place, with: pick(words).utf8)
        case 7: overwriteNumber(in: &bytes, at: place)
        case 8: bytes.insert(contentsOf: anyText(upTo: 4).utf8, at: place)
        default: bytes.append(UInt8(below(256)))
        }
    }

    /// Two, four or eight bytes, lowest first, as binary formats have them.
    private mutating func overwriteNumber(in bytes: inout [UInt8], at place: Int) {
        let size = pick([2, 4, 8])
        guard place + size <= bytes.count else { return }
        let number = pick([0, 1, 0x7fff, 0x8000, 0xffff, 0x7fff_ffff, 0xffff_ffff, .max >> 1, .max - 1, .max, next()])
        for index in 0..<size { bytes[place + index] = UInt8(truncatingIfNeeded: number >> UInt64(8 * index)) }
    }
}

extension Dice {
    package mutating func anyBytes(upTo most: Int) -> [UInt8] {
        (0..<below(most + 1)).map { _ in UInt8(below(256)) }
    }

    /// Characters that have surprised somebody, among others.
    package mutating func anyText(upTo most: Int) -> String {
        var text = String.UnicodeScalarView()
        for _ in 0..<below(most + 1) { text.append(anyScalar()) }
        return String(text)
    }

    private mutating func anyScalar() -> Unicode.Scalar {
        switch below(4) {
        case 0: pick(Self.surprises)
        case 1: Unicode.Scalar(UInt8(below(128)))
        case 2: Unicode.Scalar(UInt32(below(0x800))) ?? "?"
        default: Unicode.Scalar(UInt32(below(0x11_0000))) ?? "?"  // half a surrogate pair is no scalar
        }
    }

    /// Line ends, blanks, marks and joiners that sit on the character before, directions, the largest of a kind.
    private static let surprises: [Unicode.Scalar] = [
        "\n", "\r", "\t", "\u{B}", "\u{85}", "\u{2028}", "\u{A0}", "\u{3000}", "\u{301}", "\u{200D}", "\u{FE0F}",
        "\u{20E3}", "\u{200B}", "\u{202E}", "\u{FEFF}", "\u{FFFD}", "\u{FFFF}", "\u{10FFFF}", "\u{1F1E6}", "\u{1B}",
        "\u{7F}", "\u{1}", ":", "%", "#", "[", "\"", "\\", "{", "}", "=", "-", "'", ",", "/", "0", "٣", "İ", "ß",
    ]
}
