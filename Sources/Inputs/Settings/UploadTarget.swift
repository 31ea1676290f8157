import AWSCore

/// Where in S3 a package that lies here is to go first, so that Lambda takes it from there.
package struct UploadTarget: Sendable, Equatable {
    package enum Key: Sendable, Equatable {
        case whole(String)
        /// Of what the package holds, so that the same package is not uploaded twice: its digest follows.
        case ofContent(prefix: String)
    }

    package let bucket: String
    package let key: Key

    package func key(for digest: SHA256Digest) -> String {
        switch key {
        case .whole(let key): key
        case .ofContent(let prefix): "\(prefix)\(digest.hex).zip"
        }
    }

    package var isKeyOfContent: Bool {
        if case .ofContent = key { true } else { false }
    }
}

extension PackageInputs {
    /// `nil`: the package does not lie here, or goes into the request itself. What is wrong is noted.
    func upload(for function: FunctionName?, _ inspection: inout Inspection) -> UploadTarget? {
        guard codeArtifactsDir.given != nil || zipFile.given != nil else { return nil }
        if s3ObjectVersion.given != nil {
            inspection.note(
                \Self.s3ObjectVersion,
                "names an object that is in S3 already, and a package to upload is given as well: leave one of them out"
            )
        }
        if s3Bucket.given == nil, s3Key.given != nil {
            inspection.note(\Self.s3Bucket, "is missing: s3-key is the key that the package is uploaded to")
        }
        let bucket = inspection.read(\.s3Bucket, of: self, TextRule.bucket.read)
        let key = inspection.read(\.s3Key, of: self, UploadTarget.Key.init(input:))
        // What is wrong with the function's name is told with that.
        guard let bucket, let function else { return nil }
        return UploadTarget(bucket: bucket, key: key ?? .ofContent(prefix: "lockstep/\(function.name)/"))
    }

    /// The account that has to own the bucket; `nil`: whoever does.
    func owner(_ inspection: inout Inspection) -> String? {
        if bucketOwner.given != nil, s3Bucket.given == nil, s3Key.given == nil {
            inspection.note(\Self.bucketOwner, "is for s3-bucket, which is not given")
        }
        return inspection.read(\.bucketOwner, of: self, TextRule.account.read)
    }
}

extension UploadTarget.Key {
    /// S3 takes 1,024 bytes.
    /// Source: https://docs.aws.amazon.com/AmazonS3/latest/userguide/object-keys.html
    fileprivate init(input text: String) throws(Complaint) {
        let most = text.hasSuffix("/") ? 1024 - "\(String(repeating: "0", count: 64)).zip".count : 1024
        guard text.utf8.count <= most else { throw Complaint("must be at most \(most) bytes long") }
        self = text.hasSuffix("/") ? .ofContent(prefix: text) : .whole(text)
    }
}
