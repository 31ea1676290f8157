/// Takes secrets out of what somebody else wrote. The runner is not asked to: what it masks it hides from the whole job, and
/// it drops every output with a masked value in it, of whatever step.
package struct Redactor: Sendable {
    /// What is looked for, at the place of its first byte, the longest first.
    private let wanted: [[[UInt8]]]

    package init(secrets: [String]) {
        let values = secrets.flatMap(hiddenParts(of:))
        let spellings = Set(values.flatMap { Spellings(of: $0).all })
        var wanted = [[[UInt8]]](repeating: [], count: 256)
        for spelling in spellings.sorted(by: { $0.count > $1.count }) { wanted[Int(spelling[0])].append(spelling) }
        self.wanted = wanted
    }

    /// The text with `***` for every secret, also where only what nobody sees tears one apart.
    package func redact(_ text: String) -> String {
        let redacted = hide(text)
        if redacted.isPlain { return redacted }
        let visible = lines(of: redacted).map(withoutInvisible).joined(separator: "\n")
        let again = hide(visible)
        return again == visible ? redacted : again
    }

    /// Secrets that touch or overlap become one `***`.
    private func hide(_ text: String) -> String {
        let bytes = Array(text.utf8)
        var result: [UInt8] = []
        result.reserveCapacity(bytes.count)
        var hiddenTo = -1
        for (offset, byte) in bytes.enumerated() {
            let length = length(of: bytes, at: offset, first: byte)
            if length > 0 {
                if offset > hiddenTo { result += Array("***".utf8) }
                hiddenTo = max(hiddenTo, offset + length)
            }
            if offset >= hiddenTo { result.append(byte) }
        }
        return String(decoding: result, as: UTF8.self)
    }

    /// The length of the longest secret that begins here, or 0.
    private func length(of bytes: [UInt8], at offset: Int, first: UInt8) -> Int {
        wanted[Int(first)].first { bytes[offset...].starts(with: $0) }?.count ?? 0
    }
}
