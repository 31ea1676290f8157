import AWSServices

/// The code that `$LATEST` is to have.
package struct PlannedCode: Sendable {
    package var source: FunctionCode
    /// `CodeSha256` as AWS must show it: base64 of the SHA-256 of a zip that lies here.
    package var digest: String?
    /// `CodeSha256` as AWS will probably show it, as the registry or the bucket has it. Good enough to see that nothing
    /// is to be done, not to call anything else a rival's.
    package var likelyDigest: String?
    package var architectures: [String]?
    package var sourceKMSKeyArn: String?

    package init(
        source: FunctionCode, digest: String?, likelyDigest: String?, architectures: [String]?, sourceKMSKeyArn: String?
    ) {
        self.source = source
        self.digest = digest
        self.likelyDigest = likelyDigest
        self.architectures = architectures
        self.sourceKMSKeyArn = sourceKMSKeyArn
    }
}

extension PlannedCode {
    /// `PackageType` as AWS has it.
    package var packageType: String { imageUri == nil ? "Zip" : "Image" }

    /// `nil`: it is a zip, here or in S3.
    var imageUri: String? {
        if case .image(let uri) = source { uri } else { nil }
    }
}
