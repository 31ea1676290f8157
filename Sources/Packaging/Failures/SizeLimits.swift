/// How large a package may be.
package struct SizeLimits: Sendable {
    /// Bytes of the zip itself.
    package let zip: Int
    /// Bytes of all files together, unpacked.
    package let unpacked: Int

    package init(zip: Int, unpacked: Int) {
        self.zip = zip
        self.unpacked = unpacked
    }

    /// What Lambda takes in a direct upload: 50 MB zipped, 250 MB unzipped.
    /// https://docs.aws.amazon.com/lambda/latest/dg/gettingstarted-limits.html
    package static let lambda = SizeLimits(zip: 52_428_800, unpacked: 262_144_000)

    /// What Lambda takes from S3: AWS names no limit for the zip. Twice what it may unpack to leaves room for the lists of any
    /// number of files.
    package static let lambdaFromS3 = SizeLimits(zip: 524_288_000, unpacked: 262_144_000)

    /// - Parameter files: what is in it, asked only to say what makes it large.
    func check(
        zip bytes: Int, of path: String, _ files: () throws(PackagingFailure) -> [SizedFile]
    ) throws(PackagingFailure) {
        if bytes > zip { throw .zipTooLarge(path: path, bytes: bytes, limit: zip, largest: try files().largest) }
    }

    func check(
        unpacked bytes: Int, of path: String, _ files: () -> [SizedFile]
    ) throws(PackagingFailure) {
        if bytes > unpacked {
            throw .unpackedTooLarge(path: path, bytes: bytes, limit: unpacked, largest: files().largest)
        }
    }
}
