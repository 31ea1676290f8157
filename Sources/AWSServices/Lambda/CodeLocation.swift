import AWSCore

/// Where a function's code lies, as far as GetFunction tells.
/// Source: https://docs.aws.amazon.com/lambda/latest/api/API_FunctionCodeLocation.html
package struct CodeLocation: Sendable, Equatable {
    /// Leads to the zip for ten minutes; another one in each answer.
    package let link: PresignedLink?
    /// The image by its digest, for a container image.
    package let resolvedImageUri: String?
    /// The object that Lambda reads the code from each time (S3ObjectStorageMode REFERENCE).
    package let object: CodeObject?

    package init(link: PresignedLink?, resolvedImageUri: String?, object: CodeObject?) {
        self.link = link
        self.resolvedImageUri = resolvedImageUri
        self.object = object
    }
}

package struct CodeObject: Sendable, Equatable {
    package let bucket: String
    package let key: String
    package let version: String?

    package init(bucket: String, key: String, version: String?) {
        self.bucket = bucket
        self.key = key
        self.version = version
    }
}

extension CodeLocation {
    /// From the member `Code` of GetFunction's answer.
    init(_ code: JSONValue?) {
        let object = code?["ResolvedS3Object"]
        self.init(
            link: (code?["Location"]?.string).flatMap(PresignedLink.init),
            resolvedImageUri: code?["ResolvedImageUri"]?.string,
            object: (object?["S3Bucket"]?.string).flatMap { bucket in
                (object?["S3Key"]?.string).map { key in
                    CodeObject(bucket: bucket, key: key, version: object?["S3ObjectVersion"]?.string)
                }
            })
    }
}
