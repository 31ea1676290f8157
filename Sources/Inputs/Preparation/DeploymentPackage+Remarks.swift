import AWSCore
import Packaging

extension DeploymentPackage {
    /// What is to be known of it; each goes on where the name of its input ends.
    func remarks(limits: SizeLimits) -> [String] {
        [leftOut.isEmpty ? nil : leftOut.told, nearLimits(limits)].compactMap(\.self)
    }

    /// - Returns: nil if a fifth is left of each limit.
    private func nearLimits(_ limits: SizeLimits) -> String? {
        let near = [
            (uncompressedBytes, limits.unpacked, "unpacked, layers included"), (count, limits.zip, "zipped"),
        ].filter { bytes, most, _ in bytes > most / 5 * 4 }
        guard !near.isEmpty else { return nil }
        let sizes = near.map { "has \(byteCount($0.0)) of the \(byteCount($0.1)) that Lambda takes \($0.2)" }
        let files = largest.map { "\($0.path.quoted) (\(byteCount($0.bytes)))" }.joined(separator: ", ")
        return "\(sizes.joined(separator: ", and ")); its largest files: \(files)"
    }
}
