extension Wording.StringInterpolation {
    /// A size as people read it, in the units that AWS's limits have: its 250 MB are 262,144,000 bytes.
    package mutating func appendInterpolation(bytes count: Int) {
        appendInterpolation(ours: byteCount(count))
    }
}

/// `567 bytes`, `1.2 KB`, `249.9 MB`; never more than there are.
package func byteCount(_ count: Int) -> String {
    guard count >= 1024 else { return count == 1 ? "1 byte" : "\(count) bytes" }
    let (unit, name) = count < 1 << 20 ? (1 << 10, "KB") : (1 << 20, "MB")
    let tenths = count / unit * 10 + count % unit * 10 / unit
    return "\(tenths / 10).\(tenths % 10) \(name)"
}
