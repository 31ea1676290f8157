import AWSCore

/// The SHA-256 of an object as S3 verifies and shows it: of what is uploaded as a whole that of all bytes; of what comes
/// in parts that of the parts' digests, with their number behind it (`...=-3`), which is all that S3 keeps then.
/// Source: https://docs.aws.amazon.com/AmazonS3/latest/userguide/checking-object-integrity-upload.html
package struct S3Checksum: Sendable, Equatable {
    package let text: String
    /// What is uploaded, piece by piece, each with its digest; one: as a whole.
    let parts: [Part]

    struct Part: Sendable, Equatable {
        let range: Range<Int>
        let digest: SHA256Digest
    }

    /// Reads the source once.
    package init(of source: any ByteSource, cut: S3Cut) throws(ByteSourceFailure) {
        var parts: [Part] = []
        for range in cut.parts(of: source.count) {
            parts.append(Part(range: range, digest: try SHA256Digest.of(ByteSlice(source, range))))
        }
        self.parts = parts
        text =
            parts.count == 1
            ? parts[0].digest.base64
            : "\(SHA256Digest.of(parts.flatMap(\.digest.bytes)).base64)-\(parts.count)"
    }
}
