/// The SHA-256 digest of some bytes.
///
/// Source: FIPS 180-4, sections 4.2.2, 5 and 6.2. Written for the simulator alone, which links no cryptography; loops
/// are `while` over unsafe pointers so that a large package does not take minutes in a debug build.
func sha256(_ bytes: [UInt8]) -> [UInt8] {
    var hash = initialHash
    let whole = bytes.count / 64 * 64
    bytes.withUnsafeBytes { compress(UnsafeRawBufferPointer(rebasing: $0[..<whole]), into: &hash) }
    padded(bytes[whole...], length: bytes.count).withUnsafeBytes { compress($0, into: &hash) }
    return hash.flatMap { word in [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: word >> $0) } }
}

func hex(_ bytes: [UInt8]) -> String {
    bytes.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
}

/// Section 5.1.1: a one bit, zeros, the length in bits.
private func padded(_ rest: ArraySlice<UInt8>, length: Int) -> [UInt8] {
    let zeros = (rest.count < 56 ? 55 : 119) - rest.count
    let bits = UInt64(length) * 8
    var padded = Array(rest)
    padded.append(0x80)
    padded += [UInt8](repeating: 0, count: zeros)
    for shift in [UInt64(56), 48, 40, 32, 24, 16, 8, 0] { padded.append(UInt8(truncatingIfNeeded: bits >> shift)) }
    return padded
}

/// Section 6.2.2, for every block of 64 bytes.
private func compress(_ blocks: UnsafeRawBufferPointer, into hash: inout [UInt32]) {
    guard let start = blocks.baseAddress else { return }
    roundConstants.withUnsafeBufferPointer { constants in
        hash.withUnsafeMutableBufferPointer { hash in
            withUnsafeTemporaryAllocation(of: UInt32.self, capacity: 64) { schedule in
                guard let constants = constants.baseAddress, let hash = hash.baseAddress,
                    let schedule = schedule.baseAddress
                else { return }
                var offset = 0
                while offset < blocks.count {
                    prepare(schedule, from: start + offset)
                    turn(hash, schedule: schedule, constants: constants)
                    offset &+= 64
                }
            }
        }
    }
}

private func prepare(_ schedule: UnsafeMutablePointer<UInt32>, from block: UnsafeRawPointer) {
    var index = 0
    while index < 16 {
        schedule[index] = block.loadUnaligned(fromByteOffset: index &* 4, as: UInt32.self).byteSwapped
        index &+= 1
    }
    while index < 64 {
        let late = schedule[index &- 2]
        let early = schedule[index &- 15]
        let one = (late &>> 17 | late &<< 15) ^ (late &>> 19 | late &<< 13) ^ late &>> 10
        let zero = (early &>> 7 | early &<< 25) ^ (early &>> 18 | early &<< 14) ^ early &>> 3
        schedule[index] = one &+ schedule[index &- 7] &+ zero &+ schedule[index &- 16]
        index &+= 1
    }
}

private func turn(
    _ hash: UnsafeMutablePointer<UInt32>, schedule: UnsafePointer<UInt32>, constants: UnsafePointer<UInt32>
) {
    var (a, b, c, d) = (hash[0], hash[1], hash[2], hash[3])
    var (e, f, g, h) = (hash[4], hash[5], hash[6], hash[7])
    var index = 0
    while index < 64 {
        let one = (e &>> 6 | e &<< 26) ^ (e &>> 11 | e &<< 21) ^ (e &>> 25 | e &<< 7)
        let choice = e & f ^ ~e & g
        let first = h &+ one &+ choice &+ constants[index] &+ schedule[index]
        let zero = (a &>> 2 | a &<< 30) ^ (a &>> 13 | a &<< 19) ^ (a &>> 22 | a &<< 10)
        let majority = a & b ^ a & c ^ b & c
        h = g
        g = f
        f = e
        e = d &+ first
        d = c
        c = b
        b = a
        a = first &+ zero &+ majority
        index &+= 1
    }
    hash[0] &+= a
    hash[1] &+= b
    hash[2] &+= c
    hash[3] &+= d
    hash[4] &+= e
    hash[5] &+= f
    hash[6] &+= g
    hash[7] &+= h
}

private let initialHash: [UInt32] = [
    0x6a09_e667, 0xbb67_ae85, 0x3c6e_f372, 0xa54f_f53a, 0x510e_527f, 0x9b05_688c, 0x1f83_d9ab, 0x5be0_cd19,
]

private let roundConstants: [UInt32] = [
    0x428a_2f98, 0x7137_4491, 0xb5c0_fbcf, 0xe9b5_dba5, 0x3956_c25b, 0x59f1_11f1, 0x923f_82a4, 0xab1c_5ed5,
    0xd807_aa98, 0x1283_5b01, 0x2431_85be, 0x550c_7dc3, 0x72be_5d74, 0x80de_b1fe, 0x9bdc_06a7, 0xc19b_f174,
    0xe49b_69c1, 0xefbe_4786, 0x0fc1_9dc6, 0x240c_a1cc, 0x2de9_2c6f, 0x4a74_84aa, 0x5cb0_a9dc, 0x76f9_88da,
    0x983e_5152, 0xa831_c66d, 0xb003_27c8, 0xbf59_7fc7, 0xc6e0_0bf3, 0xd5a7_9147, 0x06ca_6351, 0x1429_2967,
    0x27b7_0a85, 0x2e1b_2138, 0x4d2c_6dfc, 0x5338_0d13, 0x650a_7354, 0x766a_0abb, 0x81c2_c92e, 0x9272_2c85,
    0xa2bf_e8a1, 0xa81a_664b, 0xc24b_8b70, 0xc76c_51a3, 0xd192_e819, 0xd699_0624, 0xf40e_3585, 0x106a_a070,
    0x19a4_c116, 0x1e37_6c08, 0x2748_774c, 0x34b0_bcb5, 0x391c_0cb3, 0x4ed8_aa4a, 0x5b9c_ca4f, 0x682e_6ff3,
    0x748f_82ee, 0x78a5_636f, 0x84c8_7814, 0x8cc7_0208, 0x90be_fffa, 0xa450_6ceb, 0xbef9_a3f7, 0xc671_78f2,
]
