/// What a file that is no zip seems to be, from its first bytes.
package enum FileContent: Equatable, Sendable {
    case nothing, gzip, bzip2, xz, zstandard, tar, sevenZip, rar, program, largeFilePointer, text, unknown

    /// - Parameter start: The first 512 bytes, or all there are.
    init(startingWith start: [UInt8]) {
        if start.isEmpty {
            self = .nothing
        } else if let known = Self.signatures.first(where: { start.starts(with: $0.bytes) }) {
            self = known.content
        } else if start.dropFirst(257).starts(with: Array("ustar".utf8)) {
            self = .tar
        } else {
            self = start.allSatisfy(Self.isText) ? .text : .unknown
        }
    }

    private static let signatures: [(bytes: [UInt8], content: FileContent)] = [
        ([0x1f, 0x8b], .gzip),
        (Array("BZh".utf8), .bzip2),
        ([0xfd, 0x37, 0x7a, 0x58, 0x5a, 0x00], .xz),
        ([0x28, 0xb5, 0x2f, 0xfd], .zstandard),
        ([0x37, 0x7a, 0xbc, 0xaf, 0x27, 0x1c], .sevenZip),
        (Array("Rar!".utf8), .rar),
        ([0x7f, 0x45, 0x4c, 0x46], .program),
        // https://github.com/git-lfs/git-lfs/blob/main/docs/spec.md
        (Array("version https://git-lfs.github.com/spec/v1".utf8), .largeFilePointer),
    ]

    private static func isText(_ byte: UInt8) -> Bool {
        byte >= 0x20 && byte != 0x7f || (0x09...0x0d).contains(byte)
    }
}

extension FileContent {
    var description: String {
        switch self {
        case .nothing: "empty"
        case .gzip: "gzip (a .tar.gz?)"
        case .bzip2: "bzip2 (a .tar.bz2?)"
        case .xz: "xz (a .tar.xz?)"
        case .zstandard: "Zstandard (a .tar.zst?)"
        case .tar: "a tar archive"
        case .sevenZip: "a 7z archive"
        case .rar: "a RAR archive"
        case .program: "a program (ELF)"
        case .largeFilePointer:
            "a pointer of Git LFS, whose file was not fetched (give actions/checkout lfs: true, or run git lfs pull)"
        case .text: "text"
        case .unknown: "something else"
        }
    }
}
