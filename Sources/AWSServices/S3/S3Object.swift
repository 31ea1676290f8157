/// What S3 tells of an object without its bytes.
package struct S3Object: Sendable, Equatable {
    package let versionId: String?
    /// In bytes.
    package let size: Int
    package let eTag: String?
    /// The SHA-256 that it was uploaded with, where it was with one and whoever asks may know: see ``S3Checksum``.
    package let checksum: String?

    package init(versionId: String?, size: Int, eTag: String?, checksum: String?) {
        self.versionId = versionId
        self.size = size
        self.eTag = eTag
        self.checksum = checksum
    }

    /// The SHA-256 of all its bytes in base64. One of parts' digests says nothing about the bytes as one.
    package var sha256: String? {
        checksum.flatMap { $0.contains("-") ? nil : $0 }
    }

    /// Whether it is certain to hold just the bytes that the checksum is of.
    package func isKnown(by other: S3Checksum) -> Bool {
        checksum == other.text
    }
}
