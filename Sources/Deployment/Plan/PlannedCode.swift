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
    /// Of a zip that lies here.
    package var weight: PackageWeight?
    /// What is wrong with it in a function; of a package that does not lie here nobody knows.
    package var judgement: PackageJudgement
    /// `nil`: nothing is to be uploaded to S3.
    package var upload: PlannedUpload?
    /// The account that has to own the bucket, for code in S3; `nil`: any.
    package var bucketOwner: String?
    /// How it was kept when it stood before; `nil`: as what stands is.
    package var storage: PackageStorage?

    package init(
        source: FunctionCode, digest: String?, likelyDigest: String?, architectures: [String]?,
        sourceKMSKeyArn: String?, judgement: @escaping PackageJudgement, upload: PlannedUpload?, bucketOwner: String?
    ) {
        self.source = source
        self.digest = digest
        self.likelyDigest = likelyDigest
        self.architectures = architectures
        self.sourceKMSKeyArn = sourceKMSKeyArn
        self.judgement = judgement
        self.upload = upload
        self.bucketOwner = bucketOwner
    }
}

extension PlannedCode {
    /// `PackageType` as AWS has it.
    package var packageType: String { imageUri == nil ? "Zip" : "Image" }

    /// What is to be sent to have it.
    func update(of function: FunctionDescription) -> FunctionCodeUpdate {
        FunctionCodeUpdate(
            code: source, architectures: architectures, sourceKMSKeyArn: keyToSend(over: function),
            s3ObjectStorageMode: storageModeToSend(over: function))
    }

    /// The key to send: the one that is asked for, or else the one that stands, which the call would reset.
    package func keyToSend(over function: FunctionDescription) -> String? {
        imageUri == nil ? sourceKMSKeyArn ?? (storage ?? function.storage)?.kmsKeyArn : nil
    }

    /// The storage mode to send: the one that stands, which the call would reset. Only what is in S3 has one.
    package func storageModeToSend(over function: FunctionDescription) -> String? {
        if case .s3 = source { (storage ?? function.storage)?.mode } else { nil }
    }

    /// `nil`: it is a zip, here or in S3.
    var imageUri: String? {
        if case .image(let uri) = source { uri } else { nil }
    }
}
