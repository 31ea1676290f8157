extension ByteSet {
    /// Reads `[abc]`, `[!a-z]` or `[[:digit:]_]` as git does, quirks included; no class takes a slash.
    /// Source: https://github.com/git/git/blob/v2.39.5/wildmatch.c
    /// - Parameter rest: What follows the opening bracket; afterwards, what follows the closing one.
    /// - Returns: nil for a class without an end, or with a name that is none: such a pattern matches nothing.
    init?(class rest: inout ArraySlice<UInt8>) {
        self.init()
        let isInverted = rest.first == UInt8(ascii: "!") || rest.first == UInt8(ascii: "^")
        if isInverted { rest.removeFirst() }
        var before: UInt8?
        repeat {
            guard let after = take(&rest, after: before) else { return nil }
            before = after
        } while rest.first != UInt8(ascii: "]")
        rest.removeFirst()
        if isInverted { invert() }
        remove(UInt8(ascii: "/"))
    }

    /// Takes one element of the class.
    /// - Parameter before: The byte before, if a range may begin with it; else 0, which no pattern holds.
    /// - Returns: The same for the next element; nil where the class is broken.
    private mutating func take(_ rest: inout ArraySlice<UInt8>, after before: UInt8?) -> UInt8? {
        guard let byte = rest.popFirst() else { return nil }
        if byte == UInt8(ascii: "-"), let before, before != 0, let next = rest.first, next != UInt8(ascii: "]") {
            guard let last = Self.plainByte(&rest) else { return nil }
            insert(where: { before <= $0 && $0 <= last })
            return 0
        }
        if byte == UInt8(ascii: "["), rest.first == UInt8(ascii: ":") {
            guard let end = rest.firstIndex(of: UInt8(ascii: "]")) else { return nil }
            if end > rest.startIndex + 1, rest[end - 1] == UInt8(ascii: ":") {
                guard let isMember = Self.named(rest[(rest.startIndex + 1)..<(end - 1)]) else { return nil }
                insert(where: isMember)
                rest = rest[(end + 1)...]
                return 0
            }
        }
        guard byte == UInt8(ascii: "\\") else {
            insert(byte)
            return byte
        }
        guard let escaped = rest.popFirst() else { return nil }
        insert(escaped)
        return escaped
    }

    private static func plainByte(_ rest: inout ArraySlice<UInt8>) -> UInt8? {
        guard let byte = rest.popFirst() else { return nil }
        return byte == UInt8(ascii: "\\") ? rest.popFirst() : byte
    }

    /// Git's own idea of the classes: white space is no vertical tab and no form feed.
    private static func named(_ name: ArraySlice<UInt8>) -> ((UInt8) -> Bool)? {
        switch String(decoding: name, as: UTF8.self) {
        case "alnum": { isLetter($0) || isDigit($0) }
        case "alpha": isLetter
        case "blank": { $0 == 0x20 || $0 == 0x09 }
        case "cntrl": { $0 < 0x20 || $0 == 0x7f }
        case "digit": isDigit
        case "graph": { (0x21...0x7e).contains($0) }
        case "lower": { (0x61...0x7a).contains($0) }
        case "print": { (0x20...0x7e).contains($0) }
        case "punct": { (0x21...0x7e).contains($0) && !isLetter($0) && !isDigit($0) }
        case "space": { [0x09, 0x0a, 0x0d, 0x20].contains($0) }
        case "upper": { (0x41...0x5a).contains($0) }
        case "xdigit": { isDigit($0) || (0x41...0x46).contains($0 & 0xdf) }
        default: nil
        }
    }
}

private func isLetter(_ byte: UInt8) -> Bool {
    (0x41...0x5a).contains(byte & 0xdf)
}

private func isDigit(_ byte: UInt8) -> Bool {
    (0x30...0x39).contains(byte)
}
