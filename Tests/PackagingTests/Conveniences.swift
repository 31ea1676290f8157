@testable import Packaging

extension DeploymentPackage {
    /// All that the directory holds, but for what is always left out.
    static func zip(of directory: String, limits: SizeLimits) throws(PackagingFailure) -> DeploymentPackage {
        try zip(of: SourceDirectory(path: directory, exclude: .empty, links: .keep), limits: limits)
    }
}

extension SourceTree {
    static func scan(_ directory: String) throws(PackagingFailure) -> SourceTree {
        try scan(SourceDirectory(path: directory, exclude: .empty, links: .keep))
    }
}

extension IgnoreList {
    /// - Parameter lines: few and short.
    init(lines: String...) {
        guard let list = IgnoreList(lines.joined(separator: "\n").utf8) else { fatalError("too many lines") }
        self = list
    }
}

extension [UInt8] {
    /// The bytes that Python's `hex()` writes so.
    init(hex: some StringProtocol) {
        let digits = Array(hex.utf8)
        self = stride(from: 0, to: digits.count - 1, by: 2).compactMap { place in
            UInt8(String(decoding: digits[place..<(place + 2)], as: UTF8.self), radix: 16)
        }
    }
}

extension DeploymentPackage {
    static func write(_ tree: SourceTree, to output: OpenFile) throws(PackagingFailure) {
        var packing = try TreePacking(tree, to: output)
        try packing.run()
    }
}
