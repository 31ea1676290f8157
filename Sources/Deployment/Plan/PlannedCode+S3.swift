import AWSServices

extension PlannedCode {
    /// Where the zip is, or is to be, in S3.
    var address: S3Address? {
        guard case .s3(let bucket, let key, _) = source else { return nil }
        return S3Address(bucket: bucket, key: key, owner: bucketOwner)
    }

    /// With the version that was seen or written, so that nobody swaps it under us.
    func pinned(to object: S3Object?) -> PlannedCode {
        guard case .s3(let bucket, let key, let version) = source else { return self }
        var pinned = self
        pinned.source = .s3(bucket: bucket, key: key, version: version ?? object?.pinnedVersion)
        return pinned
    }
}

extension S3Object {
    /// `nil`: the bucket keeps no versions.
    var pinnedVersion: String? { versionId == "null" ? nil : versionId }
}
