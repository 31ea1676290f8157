import HTTP

extension ControlPlane {
    /// Source: https://docs.aws.amazon.com/AmazonS3/latest/API/API_HeadBucket.html
    func headBucket(_ call: Call) throws(Refusal) -> Answer {
        let bucket = try bucket(call)
        return Answer(200, headers: [.init(name: "x-amz-bucket-region", value: bucket.region)], body: [])
    }

    /// Source: https://docs.aws.amazon.com/AmazonS3/latest/API/API_HeadObject.html
    func headObject(_ call: Call) throws(Refusal) -> Answer {
        let (bucket, object) = try object(call)
        var headers = headers(of: object, in: bucket)
        headers.append(.init(name: "Content-Length", value: String(object.content.count)))
        // Under a key of KMS's whoever asks needs kms:Decrypt for this.
        let isShown = call.headers["x-amz-checksum-mode"] == "ENABLED" && mayUseKey(of: bucket, .decrypt)
        if isShown, let checksum = object.checksum {
            headers.append(.init(name: "x-amz-checksum-sha256", value: checksum))
            let type = checksum.contains("-") ? "COMPOSITE" : "FULL_OBJECT"
            headers.append(.init(name: "x-amz-checksum-type", value: type))
        }
        return Answer(200, headers: headers, body: [])
    }

    /// Source: https://docs.aws.amazon.com/AmazonS3/latest/API/API_GetObject.html
    func getObject(_ call: Call) throws(Refusal) -> Answer {
        let (bucket, object) = try object(call)
        try checkKey(bucket, .decrypt)
        if let wanted = call.headers["If-Match"], wanted != object.eTag {
            throw .s3PreconditionFailed
        }
        let headers = headers(of: object, in: bucket)
        guard let range = call.headers["Range"].flatMap(range) else {
            return Answer(200, headers: headers, body: object.content.all)
        }
        return Answer(206, headers: headers, body: object.content.bytes(in: range))
    }

    /// Source: https://docs.aws.amazon.com/AmazonS3/latest/API/API_PutObject.html
    mutating func putObject(_ call: Call) throws(Refusal) -> Answer {
        let bucket = try bucket(call)
        try checkKey(bucket, .generateDataKey)
        let checksum = base64(try checkedDigest(call))
        try checkCondition(call, call.key)
        let object = store(
            StoredBytes(pieces: [call.body]), call.bucket, call.key,
            checksum: call.headers["x-amz-checksum-sha256"], eTag: eTag(checksum))
        return Answer(200, headers: headers(of: object, in: bucket), body: [])
    }

    func headers(of object: StoredObject, in bucket: Bucket) -> [HTTPHeaders.Field] {
        let version = object.versionId.map { [HTTPHeaders.Field(name: "x-amz-version-id", value: $0)] } ?? []
        let encryption: [HTTPHeaders.Field] =
            switch bucket.encryption {
            case .s3: [.init(name: "x-amz-server-side-encryption", value: "AES256")]
            case .kms(let key):
                [
                    .init(name: "x-amz-server-side-encryption", value: "aws:kms"),
                    .init(name: "x-amz-server-side-encryption-aws-kms-key-id", value: key),
                ]
            }
        return [.init(name: "ETag", value: object.eTag)] + version + encryption
    }
}

/// `bytes=0-99`
private func range(_ text: String) -> Range<Int>? {
    let ends = text.dropFirst("bytes=".count).split(separator: "-").map { Int($0) }
    guard text.hasPrefix("bytes="), ends.count == 2, let first = ends[0], let last = ends[1], first <= last else {
        return nil
    }
    return first..<last + 1
}
