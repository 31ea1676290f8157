// What every call of S3 is checked for.
extension ControlPlane {
    /// The bucket that a call is about.
    func bucket(_ call: Call) throws(Refusal) -> Bucket {
        guard let bucket = buckets[call.bucket] else {
            throw .s3(404, "NoSuchBucket", "The specified bucket does not exist", region: nil)
        }
        // Source: https://docs.aws.amazon.com/AmazonS3/latest/API/ErrorResponses.html
        if bucket.region != settings.region {
            throw .s3(
                301, "PermanentRedirect",
                "The bucket you are attempting to access must be addressed using the specified endpoint. Please send "
                    + "all future requests to this endpoint.", region: bucket.region)
        }
        // Source: https://docs.aws.amazon.com/AmazonS3/latest/userguide/bucket-owner-condition.html
        if let owner = call.headers["x-amz-expected-bucket-owner"], owner != bucket.owner {
            throw .s3AccessDenied
        }
        return bucket
    }

    /// The object that a call is about. Without the right to list the bucket nobody learns that there is none.
    /// Source: https://docs.aws.amazon.com/AmazonS3/latest/API/API_HeadObject.html
    func object(_ call: Call) throws(Refusal) -> (Bucket, StoredObject) {
        let bucket = try bucket(call)
        switch find(call.key, in: bucket, version: call.query("versionId")) {
        case .found(let object): return (bucket, object)
        case .missing where settings.denied.contains(.headBucket): throw .s3AccessDenied
        case .missing(let code, let message): throw .s3(404, code, message, region: nil)
        }
    }

    enum Lookup {
        case found(StoredObject)
        case missing(code: String, message: String)
    }

    func find(_ key: String, in bucket: Bucket, version: String?) -> Lookup {
        let versions = bucket.objects[key] ?? []
        if let object = version.map({ id in versions.last { $0.versionId == id } }) ?? versions.last {
            return .found(object)
        }
        return version == nil || versions.isEmpty
            ? .missing(code: "NoSuchKey", message: "The specified key does not exist.")
            : .missing(code: "NoSuchVersion", message: "The specified version does not exist.")
    }

    /// Source: https://docs.aws.amazon.com/AmazonS3/latest/userguide/UsingKMSEncryption.html#require-sse-kms
    func checkKey(_ bucket: Bucket, _ action: KMSAction) throws(Refusal) {
        if !mayUseKey(of: bucket, action) { throw .s3AccessDenied }
    }

    func mayUseKey(of bucket: Bucket, _ action: KMSAction) -> Bool {
        bucket.encryption == .s3 || !settings.deniedOfKMS.contains(action)
    }

    /// The body's digest, after it was compared with what the request says of it.
    /// Source: https://docs.aws.amazon.com/AmazonS3/latest/userguide/checking-object-integrity-upload.html
    func checkedDigest(_ call: Call) throws(Refusal) -> [UInt8] {
        let digest = sha256(call.body)
        if let signed = call.headers["x-amz-content-sha256"], signed.utf8.count == 64, signed != hex(digest) {
            throw .s3(
                400, "XAmzContentSHA256Mismatch",
                "The provided 'x-amz-content-sha256' header does not match what was computed.", region: nil)
        }
        if let given = call.headers["x-amz-checksum-sha256"], given != base64(digest) {
            throw .s3(
                400, "BadDigest", "The SHA256 you specified did not match the calculated checksum.", region: nil)
        }
        return digest
    }

    /// `If-None-Match: *` writes only where nothing is.
    /// Source: https://docs.aws.amazon.com/AmazonS3/latest/userguide/conditional-writes.html
    mutating func checkCondition(_ call: Call, _ key: String) throws(Refusal) {
        guard call.headers["If-None-Match"] == "*", let bucket = buckets[call.bucket] else { return }
        if bucket.conflicts > 0 {
            buckets[call.bucket]?.conflicts -= 1
            throw .s3(
                409, "ConditionalRequestConflict",
                "The conditional request cannot succeed due to a conflicting operation against this resource.",
                region: nil)
        }
        if bucket.objects[key]?.isEmpty == false {
            throw .s3PreconditionFailed
        }
    }
}

extension Call {
    var bucket: String { percentDecoded(path.dropFirst().prefix { $0 != "/" }) }

    /// All behind the bucket's name and a slash: it may begin with one itself.
    var key: String { percentDecoded(path.dropFirst().drop { $0 != "/" }.dropFirst()) }
}
