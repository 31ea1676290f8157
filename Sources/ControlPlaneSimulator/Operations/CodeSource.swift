import FoundationEssentials

// Where code comes from: bytes in the request, an object in S3, an image.
extension ControlPlane {
    /// The code that CreateFunction's `Code` or UpdateFunctionCode's input names.
    /// Source: https://docs.aws.amazon.com/lambda/latest/api/API_UpdateFunctionCode.html
    func code(in input: JSON, packageType: String) throws(Refusal) -> Code {
        var code: Code
        var reference: ObjectReference?
        if packageType == "Image" {
            code = try image(input["ImageUri"]?.string)
        } else if input["ImageUri"] != nil {
            throw .invalidParameter("Please don't provide ImageUri when updating a function with packageType Zip.")
        } else if let text = input["ZipFile"]?.string {
            code = try zip(base64: text)
        } else if let bucket = input["S3Bucket"]?.string, let key = input["S3Key"]?.string {
            let version = input["S3ObjectVersion"]?.string
            code = try object(bucket, key, version: version)
            if input["S3ObjectStorageMode"] == "REFERENCE" {
                let resolved = version ?? buckets[bucket]?.objects[key]?.last?.versionId
                reference = ObjectReference(bucket: bucket, key: key, version: resolved)
            }
        } else {
            throw .invalidParameter("Please provide a source for function code.")
        }
        // What is not given is AWS's own again: its key, its copy.
        code.kmsKeyArn = input["SourceKMSKeyArn"]?.string
        code.reference = reference
        return code
    }

    private func image(_ uri: String?) throws(Refusal) -> Code {
        guard let uri else {
            throw .invalidParameter("Please provide ImageUri when updating a function with packageType Image.")
        }
        if missingImages.contains(uri) {
            throw .invalidParameter("Source image \(uri) does not exist. Provide a valid source image.")
        }
        // Source: https://github.com/aws/aws-lambda-roadmap/issues/82
        if imageIndexes.contains(uri) {
            throw .invalidParameter(
                "The image manifest, config or layer media type for the source image \(uri) is not supported.")
        }
        return Code(sha256: digest(ofImage: uri), size: 0, imageUri: uri, bytes: [])
    }

    private func zip(base64 text: String) throws(Refusal) -> Code {
        guard let data = Data(base64Encoded: text) else { throw .notJSON("Invalid base64 in zipFile") }
        if data.count > 52_428_800 { throw .tooLarge("Zipped size must be smaller than 52428800 bytes") }
        return try checkedZip([UInt8](data))
    }

    private func object(_ bucket: String, _ key: String, version: String?) throws(Refusal) -> Code {
        if bucket == Self.seenCodes, let code = codes[key] { return code }
        guard let bucket = buckets[bucket] else {
            throw .notGotten("NoSuchBucket", "The specified bucket does not exist")
        }
        // It does not say which. Source: https://github.com/hashicorp/terraform-provider-aws/issues/43568
        guard bucket.region == settings.region else {
            throw .notGotten(
                "PermanentRedirect",
                "The bucket is in this region: null. Please use this region to retry the request")
        }
        switch find(key, in: bucket, version: version) {
        case .found(let object): return try checkedZip(object.content.all)
        case .missing(let code, let message): throw .notGotten(code, message)
        }
    }

    /// A zip begins with an entry, or ends with the end of its directory: other bytes may come before it, as in a PEX file.
    /// Source: https://pkware.cachefly.net/webdocs/casestudies/APPNOTE.TXT, sections 4.1.9, 4.3.7 and 4.3.16
    private func checkedZip(_ bytes: [UInt8]) throws(Refusal) -> Code {
        guard bytes.starts(with: [0x50, 0x4B, 3, 4]) || hasEndOfDirectory(bytes.suffix(22 + 65_535)) else {
            throw .invalidParameter("Could not unzip uploaded file. Please check your file, then try to upload again.")
        }
        return zip(bytes)
    }

    /// Its comment may be as long as 65,535 bytes.
    private func hasEndOfDirectory(_ end: ArraySlice<UInt8>) -> Bool {
        end.indices.contains { end[$0...].starts(with: [0x50, 0x4B, 5, 6]) }
    }
}

extension Refusal {
    fileprivate static func notGotten(_ code: String, _ message: String) -> Refusal {
        .invalidParameter("Error occurred while GetObject. S3 Error Code: \(code). S3 Error Message: \(message)")
    }
}
