import HTTP
import XML

// Uploads in parts: https://docs.aws.amazon.com/AmazonS3/latest/userguide/mpuoverview.html
extension ControlPlane {
    /// Source: https://docs.aws.amazon.com/AmazonS3/latest/API/API_CreateMultipartUpload.html
    mutating func createMultipartUpload(_ call: Call) throws(Refusal) -> Answer {
        try checkKey(try bucket(call), .generateDataKey)
        let id = "upload-\(mintRevision().suffix(12))"
        buckets[call.bucket]?.uploads[id] = Upload(
            key: call.key, isChecked: call.headers["x-amz-checksum-algorithm"] == "SHA256")
        return .xml(
            "InitiateMultipartUploadResult",
            "<Bucket>\(call.bucket)</Bucket><Key>\(xmlText(call.key))</Key><UploadId>\(id)</UploadId>")
    }

    /// Source: https://docs.aws.amazon.com/AmazonS3/latest/API/API_UploadPart.html
    mutating func uploadPart(_ call: Call) throws(Refusal) -> Answer {
        let (id, upload) = try upload(call)
        guard let number = call.query("partNumber").flatMap({ Int($0) }), (1...10_000).contains(number) else {
            throw .s3(
                400, "InvalidArgument", "Part number must be an integer between 1 and 10000, inclusive", region: nil)
        }
        if upload.isChecked, call.headers["x-amz-checksum-sha256"] == nil { throw .missingChecksum("upload part") }
        let digest = try checkedDigest(call)
        let part = Upload.Part(content: call.body, digest: digest, eTag: eTag(base64(digest)))
        buckets[call.bucket]?.uploads[id]?.parts[number] = part
        let headers: [HTTPHeaders.Field] = [
            .init(name: "ETag", value: part.eTag), .init(name: "x-amz-checksum-sha256", value: base64(digest)),
        ]
        return Answer(200, headers: headers, body: [])
    }

    /// Source: https://docs.aws.amazon.com/AmazonS3/latest/API/API_CompleteMultipartUpload.html
    mutating func completeMultipartUpload(_ call: Call) throws(Refusal) -> Answer {
        let (id, upload) = try upload(call)
        guard let list = XMLElement(parsing: call.body), list.name == "CompleteMultipartUpload" else {
            throw .s3(400, "MalformedXML", "The XML you provided was not well-formed", region: nil)
        }
        let parts = try named(list.children.filter { $0.name == "Part" }, of: upload)
        try checkCondition(call, upload.key)
        let digests = parts.flatMap(\.digest)
        let object = store(
            StoredBytes(pieces: parts.map(\.content)), call.bucket, upload.key,
            checksum: upload.isChecked ? "\(base64(sha256(digests)))-\(parts.count)" : nil,
            eTag: "\(eTag(parts.map(\.eTag).joined()).dropLast())-\(parts.count)\"")
        buckets[call.bucket]?.uploads[id] = nil
        let checksum = object.checksum.map {
            "<ChecksumSHA256>\($0)</ChecksumSHA256><ChecksumType>COMPOSITE</ChecksumType>"
        }
        var answer = Answer.xml(
            "CompleteMultipartUploadResult",
            "<Bucket>\(call.bucket)</Bucket><Key>\(xmlText(upload.key))</Key><ETag>\(xmlText(object.eTag))</ETag>"
                + (checksum ?? ""))
        if let version = object.versionId { answer.headers.append(.init(name: "x-amz-version-id", value: version)) }
        return answer
    }

    /// What is under way may come in afterwards, so that it has to be aborted again. When that is so is not established.
    /// Source: https://docs.aws.amazon.com/AmazonS3/latest/API/API_AbortMultipartUpload.html
    mutating func abortMultipartUpload(_ call: Call) throws(Refusal) -> Answer {
        let (id, upload) = try upload(call)
        let last = upload.parts.keys.max()
        if settings.abortsLeaveAPart, !upload.isAborted, let last {
            buckets[call.bucket]?.uploads[id]?.isAborted = true
            buckets[call.bucket]?.uploads[id]?.parts = upload.parts.filter { $0.key == last }
        } else {
            buckets[call.bucket]?.uploads[id] = nil
        }
        return .empty
    }

    /// Source: https://docs.aws.amazon.com/AmazonS3/latest/API/API_ListParts.html
    func listParts(_ call: Call) throws(Refusal) -> Answer {
        let (id, upload) = try upload(call)
        let rows = upload.parts.sorted { $0.key < $1.key }.map { number, part in
            "<Part><PartNumber>\(number)</PartNumber><ETag>\(xmlText(part.eTag))</ETag>"
                + "<Size>\(part.content.count)</Size></Part>"
        }
        return .xml(
            "ListPartsResult",
            "<Key>\(xmlText(upload.key))</Key><UploadId>\(id)</UploadId><IsTruncated>false</IsTruncated>"
                + rows.joined())
    }

    private func upload(_ call: Call) throws(Refusal) -> (id: String, Upload) {
        let bucket = try bucket(call)
        guard let id = call.query("uploadId"), let upload = bucket.uploads[id], upload.key == call.key else {
            throw .s3(
                404, "NoSuchUpload",
                "The specified upload does not exist. The upload ID may be invalid, or the upload may have been aborted "
                    + "or completed.", region: nil)
        }
        return (id, upload)
    }

    /// The parts that a list names, in the order of their numbers.
    private func named(_ rows: [XMLElement], of upload: Upload) throws(Refusal) -> [Upload.Part] {
        let numbers = rows.map { Int($0["PartNumber"] ?? "") ?? 0 }
        guard !rows.isEmpty, Swift.zip(numbers, numbers.dropFirst()).allSatisfy({ $0 < $1 }) else {
            throw .s3(
                400, "InvalidPartOrder",
                "The list of parts was not in ascending order. Parts must be ordered by part number.",
                region: nil)
        }
        var parts: [Upload.Part] = []
        for (number, row) in Swift.zip(numbers, rows) {
            if upload.isChecked, row["ChecksumSHA256"] == nil { throw .missingChecksum("complete") }
            guard let part = upload.parts[number], row["ETag"] == part.eTag,
                row["ChecksumSHA256"].map({ $0 == base64(part.digest) }) ?? true
            else {
                throw .s3(
                    400, "InvalidPart",
                    "One or more of the specified parts could not be found. The part may not have been uploaded, or the "
                        + "specified entity tag may not match the part's entity tag.", region: nil)
            }
            parts.append(part)
        }
        if parts.dropLast().contains(where: { $0.content.count < settings.smallestPart }) {
            throw .s3(
                400, "EntityTooSmall", "Your proposed upload is smaller than the minimum allowed size", region: nil)
        }
        return parts
    }
}

extension Refusal {
    /// Source: https://docs.aws.amazon.com/AmazonS3/latest/userguide/tutorial-s3-mpu-additional-checksums.html
    fileprivate static func missingChecksum(_ request: String) -> Refusal {
        .s3(
            400, "InvalidRequest",
            "The upload was created using a sha256 checksum. The \(request) request must include the checksum.",
            region: nil)
    }
}
