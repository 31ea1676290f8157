extension ControlPlane {
    /// Makes a bucket: ordinary means in this Region, this account's, with versions, encrypted by S3's own keys.
    package mutating func addBucket(_ name: String, _ change: (inout Bucket) -> Void) {
        var bucket = Bucket(
            region: settings.region, owner: settings.account, isVersioned: true, encryption: .s3)
        change(&bucket)
        buckets[name] = bucket
    }

    package mutating func removeBucket(_ name: String) {
        buckets[name] = nil
    }

    /// Stores an object in a bucket, which is made if it is not there, and says which version of it this is.
    @discardableResult
    package mutating func putObject(_ bucket: String, _ key: String, _ bytes: [UInt8]) -> String {
        if buckets[bucket] == nil { addBucket(bucket) { _ in } }
        let checksum = Self.codeSha256(ofZip: bytes)
        return store(StoredBytes(pieces: [bytes]), bucket, key, checksum: checksum, eTag: eTag(checksum)).versionId
            ?? "null"
    }

    package func object(_ bucket: String, _ key: String) -> StoredObject? {
        buckets[bucket]?.objects[key]?.last
    }

    /// Without versions, what was there is gone.
    mutating func store(
        _ content: StoredBytes, _ bucket: String, _ key: String, checksum: String?, eTag: String
    ) -> StoredObject {
        let isVersioned = buckets[bucket]?.isVersioned == true
        let before = buckets[bucket]?.objects[key] ?? []
        let object = StoredObject(
            versionId: isVersioned ? "version-\(before.count + 1)" : nil, content: content, checksum: checksum,
            eTag: eTag)
        buckets[bucket]?.objects[key] = (isVersioned ? before : []) + [object]
        return object
    }

    /// S3's own is an MD5, or under KMS none: nobody may read anything in it.
    /// Source: https://docs.aws.amazon.com/AmazonS3/latest/API/API_Object.html
    func eTag(_ text: String) -> String {
        "\"\(hex(sha256(Array(text.utf8))).prefix(32))\""
    }
}
