/// Bytes that one place of a pattern takes.
struct ByteSet: Sendable, Equatable {
    private var words: SIMD4<UInt64> = [0, 0, 0, 0]

    init() {}

    func contains(_ byte: UInt8) -> Bool {
        words[Int(byte >> 6)] >> UInt64(byte & 63) & 1 == 1
    }

    mutating func insert(_ byte: UInt8) {
        words[Int(byte >> 6)] |= 1 << UInt64(byte & 63)
    }

    mutating func remove(_ byte: UInt8) {
        words[Int(byte >> 6)] &= ~(1 << UInt64(byte & 63))
    }

    mutating func insert(where isMember: (UInt8) -> Bool) {
        for byte in UInt8.min...UInt8.max where isMember(byte) { insert(byte) }
    }

    mutating func invert() {
        words = ~words
    }

    /// What `?` takes.
    static let allButSlash: ByteSet = {
        var set = ByteSet()
        set.invert()
        set.remove(UInt8(ascii: "/"))
        return set
    }()
}
