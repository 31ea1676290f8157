/// Takes secrets out of what somebody else wrote, where the runner's own masks do not reach: outputs, titles, files, and
/// the log of a program that runs outside GitHub.
package struct Redactor: Sendable {
    /// What is looked for, at the place of its first byte, the longest first.
    private let wanted: [[[UInt8]]]

    /// - Parameter masking: Decides which parts of a secret are hidden, as it does for the runner.
    package init(secrets: [String], masking: Masking) {
        let values = secrets.flatMap(masking.masks(for:))
        let spellings = Set(values.flatMap { Spellings(of: $0).all })
        var wanted = [[[UInt8]]](repeating: [], count: 256)
        for spelling in spellings.sorted(by: { $0.count > $1.count }) { wanted[Int(spelling[0])].append(spelling) }
        self.wanted = wanted
    }

    /// The text with `***` for every secret, and for every run of secrets that touch or overlap.
    package func redact(_ text: String) -> String {
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
