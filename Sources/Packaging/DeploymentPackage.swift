/// A function's code as one zip that Lambda takes: complete, checked, and readable as often as need be.
package struct DeploymentPackage: Sendable {
    /// The size of the zip in bytes; it never changes.
    package let count: Int
    package let contents: PackageContents
    package let changes: PackageChanges
    /// What the files amount to once Lambda has unpacked them, in bytes.
    package let uncompressedBytes: Int
    /// How many of the entries are no directories.
    package let files: Int
    /// The five largest files.
    package let largest: [SizedFile]
    /// What was kept out of it, line by line.
    package let leftOut: [LeftOut]

    private let file: OpenFile

    init(
        file: OpenFile, count: Int, contents: PackageContents, changes: PackageChanges, uncompressedBytes: Int,
        files: [SizedFile], leftOut: [LeftOut]
    ) {
        self.file = file
        self.count = count
        self.contents = contents
        self.changes = changes
        self.uncompressedBytes = uncompressedBytes
        self.files = contents.entries.count { $0.kind != .directory }
        largest = files.largest
        self.leftOut = leftOut
    }

    /// How many files, links and directories the zip holds.
    package var entries: Int { contents.entries.count }

    /// Copies bytes of the zip from `offset` on into `buffer`, and says how many: fewer than asked only at the end.
    package func read(at offset: Int, into buffer: UnsafeMutableRawBufferPointer) throws(PackagingFailure) -> Int {
        try file.read(at: offset, into: buffer)
    }
}
