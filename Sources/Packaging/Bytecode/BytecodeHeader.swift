/// The beginning of a `.pyc`: which Python made it, and how Python tells that it still fits its source.
/// Source: https://peps.python.org/pep-0552/#specification, and importlib's `_classify_pyc`.
struct BytecodeHeader: Equatable {
    enum Validity: Equatable {
        /// While its source has this time (in seconds since 1970) and size, as 32 bits hold them.
        case dated(time: UInt32, size: UInt32)
        /// While its source has this hash.
        case hashed([UInt8])
        /// Always.
        case unchecked
    }

    static let count = 16

    /// Four bytes: a number for the form of the code, then a line end.
    let magic: UInt32
    let validity: Validity

    /// - Returns: nil if it is none, or from before Python 3.8, whose header or code has another form.
    init?(_ bytes: UnsafeRawBufferPointer) {
        guard bytes.count >= Self.count else { return nil }
        magic = Self.number(bytes, at: 0)
        // PyPy's numbers are smaller, Python 2's larger.
        guard magic >> 16 == 0x0a0d, (3400..<20_000).contains(magic & 0xffff) else { return nil }
        switch Self.number(bytes, at: 4) {
        case 0b00: validity = .dated(time: Self.number(bytes, at: 8), size: Self.number(bytes, at: 12))
        case 0b11: validity = .hashed(Array(bytes[8..<16]))
        case 0b01: validity = .unchecked
        default: return nil
        }
    }

    /// The header of the same code that is never checked against its source.
    func unchecked(hash: [UInt8]) -> [UInt8] {
        Self.bytes(of: magic) + Self.bytes(of: 0b01) + hash
    }

    /// What Python 3.11 and later call SipHash-1-3, and those before SipHash-2-4, keyed with the magic number.
    /// Source: https://github.com/python/cpython/blob/3.11/Python/pyhash.c (_Py_KeyedHash), and the same of 3.10.
    func hash(of source: UnsafeRawBufferPointer) -> [UInt8] {
        let rounds = magic & 0xffff >= Self.magicOfPython311 ? (1, 3) : (2, 4)
        let hash = sipHash(source, key: UInt64(magic), rounds: rounds.0, finalRounds: rounds.1)
        return (0..<8).map { UInt8(truncatingIfNeeded: hash >> (8 * $0)) }
    }

    static let magicOfPython311: UInt32 = 3495

    private static func number(_ bytes: UnsafeRawBufferPointer, at offset: Int) -> UInt32 {
        UInt32(littleEndian: bytes.loadUnaligned(fromByteOffset: offset, as: UInt32.self))
    }

    private static func bytes(of number: UInt32) -> [UInt8] {
        (0..<4).map { UInt8(truncatingIfNeeded: number >> (8 * $0)) }
    }
}
