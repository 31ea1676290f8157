/// SipHash with the first half of its key, and the second 0. Source: https://www.aumasson.jp/siphash/siphash.pdf
func sipHash(_ bytes: UnsafeRawBufferPointer, key: UInt64, rounds: Int, finalRounds: Int) -> UInt64 {
    var state = SipState(key: key)
    let whole = bytes.count & ~7
    for offset in stride(from: 0, to: whole, by: 8) {
        let word = UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: offset, as: UInt64.self))
        state.take(word, rounds: rounds)
    }
    var last = UInt64(truncatingIfNeeded: bytes.count) << 56
    for offset in whole..<bytes.count { last |= UInt64(bytes[offset]) << UInt64(8 * (offset - whole)) }
    state.take(last, rounds: rounds)
    return state.end(rounds: finalRounds)
}

private struct SipState {
    private var v0: UInt64
    private var v1: UInt64
    private var v2: UInt64
    private var v3: UInt64

    init(key: UInt64) {
        v0 = key ^ 0x736f_6d65_7073_6575
        v1 = 0x646f_7261_6e64_6f6d
        v2 = key ^ 0x6c79_6765_6e65_7261
        v3 = 0x7465_6462_7974_6573
    }

    mutating func take(_ word: UInt64, rounds: Int) {
        v3 ^= word
        for _ in 0..<rounds { round() }
        v0 ^= word
    }

    mutating func end(rounds: Int) -> UInt64 {
        v2 ^= 0xff
        for _ in 0..<rounds { round() }
        return v0 ^ v1 ^ v2 ^ v3
    }

    private mutating func round() {
        v0 &+= v1
        v1 = v1.rotated(by: 13) ^ v0
        v0 = v0.rotated(by: 32)
        v2 &+= v3
        v3 = v3.rotated(by: 16) ^ v2
        v0 &+= v3
        v3 = v3.rotated(by: 21) ^ v0
        v2 &+= v1
        v1 = v1.rotated(by: 17) ^ v2
        v2 = v2.rotated(by: 32)
    }
}

extension UInt64 {
    fileprivate func rotated(by bits: UInt64) -> UInt64 {
        self << bits | self >> (64 - bits)
    }
}
