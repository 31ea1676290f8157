import AWSCore

/// A zip that lies here, and is to become the object in S3 that Lambda is told of.
package struct PlannedUpload: Sendable {
    package var bytes: any ByteSource
    /// The key is made of the digest: what else is there under it is of no use to anybody.
    package var isKeyOfContent: Bool

    package init(bytes: any ByteSource, isKeyOfContent: Bool) {
        self.bytes = bytes
        self.isKeyOfContent = isKeyOfContent
    }
}
