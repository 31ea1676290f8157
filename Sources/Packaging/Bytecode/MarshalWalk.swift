/// A walk through what Python's `marshal` wrote, which notes where the path of the source stands and who refers to what.
/// Source: https://github.com/python/cpython/blob/3.14/Python/marshal.c (r_object)
struct MarshalWalk {
    struct Path {
        let place: Range<Int>
        let text: Range<Int>
        /// By which others refer to it; nil if nobody can.
        let number: Int?
    }

    private enum Role {
        case path, other
    }

    /// Deeper than any code that a compiler takes, and no danger to the stack.
    private static let mostLevels = 250

    private let bytes: UnsafeRawBufferPointer
    private let form: CodeForm
    private var offset = 0
    /// How many objects so far can be referred to.
    private var numbered = 0
    private(set) var paths: [Path] = []
    private(set) var pathReferences: Set<Int> = []
    private(set) var otherReferences: Set<Int> = []

    init(_ bytes: UnsafeRawBufferPointer, _ form: CodeForm) {
        self.bytes = bytes
        self.form = form
    }

    /// - Returns: whether it is one code object, whole and with nothing behind it.
    mutating func run() -> Bool {
        bytes.first.map { $0 & 0x7f } == UInt8(ascii: "c") && object(.other, level: 0) && offset == bytes.count
    }

    private mutating func object(_ role: Role, level: Int) -> Bool {
        let start = offset
        guard level < Self.mostLevels, let byte = byte() else { return false }
        let number = byte & 0x80 == 0 ? nil : numbered
        if number != nil { numbered += 1 }
        let type = UInt8(byte & 0x7f)
        if let size = textSize(type) {
            guard let text = take(size) else { return false }
            if role == .path { paths.append(Path(place: start..<offset, text: text, number: number)) }
            return true
        }
        return type == UInt8(ascii: "r") ? reference(role) : content(of: type, level + 1)
    }

    /// - Returns: the length of a text of this type, which is read; nil for other types.
    private mutating func textSize(_ type: UInt8) -> Int? {
        switch type {
        case UInt8(ascii: "z"), UInt8(ascii: "Z"): byte().map(Int.init) ?? -1
        case UInt8(ascii: "a"), UInt8(ascii: "A"), UInt8(ascii: "u"), UInt8(ascii: "t"): number() ?? -1
        default: nil
        }
    }

    private mutating func reference(_ role: Role) -> Bool {
        guard let target = number(), target >= 0, target < numbered else { return false }
        if role == .path { pathReferences.insert(target) } else { otherReferences.insert(target) }
        return true
    }

    private mutating func content(of type: UInt8, _ level: Int) -> Bool {
        switch Unicode.Scalar(type) {
        case "N", "T", "F", "S", ".": true
        case "i": take(4) != nil
        case "I", "g": take(8) != nil
        case "y": take(16) != nil
        case "f": take(byte().map(Int.init) ?? -1) != nil
        case "x": take(byte().map(Int.init) ?? -1) != nil && take(byte().map(Int.init) ?? -1) != nil
        // Digits of 15 bits; the sign is the count's.
        case "l": take((number()?.magnitude).map { 2 * Int($0) } ?? -1) != nil
        case "s": take(number() ?? -1) != nil
        case ")": objects(byte().map(Int.init) ?? -1, level)
        case "(", "[", "<", ">": objects(number() ?? -1, level)
        case ":": objects(3, level)
        case "{": pairs(level)
        case "c": code(level)
        default: false
        }
    }

    private mutating func objects(_ count: Int, _ level: Int) -> Bool {
        // Each has a byte at least, which bounds the loop.
        guard count >= 0, count <= bytes.count - offset else { return false }
        for _ in 0..<count where !object(.other, level: level) { return false }
        return true
    }

    /// Keys and values, until a key that is none.
    private mutating func pairs(_ level: Int) -> Bool {
        while offset < bytes.count {
            if bytes[offset] == UInt8(ascii: "0") { return take(1) != nil }
            guard object(.other, level: level), object(.other, level: level) else { return false }
        }
        return false
    }

    private mutating func code(_ level: Int) -> Bool {
        guard take(4 * form.numbers) != nil else { return false }
        for index in 0..<form.objects {
            if index == form.firstLine, take(4) == nil { return false }
            guard object(index == form.path ? .path : .other, level: level) else { return false }
        }
        return true
    }

    private mutating func byte() -> UInt8? {
        take(1).map { bytes[$0.lowerBound] }
    }

    /// Four bytes, lowest first, with a sign.
    private mutating func number() -> Int? {
        take(4).map { Int(Int32(littleEndian: bytes.loadUnaligned(fromByteOffset: $0.lowerBound, as: Int32.self))) }
    }

    /// - Returns: nil if there are not so many bytes left.
    private mutating func take(_ count: Int) -> Range<Int>? {
        guard count >= 0, count <= bytes.count - offset else { return nil }
        offset += count
        return (offset - count)..<offset
    }
}
