import AWSCore

/// What S3 tells of an object without its bytes.
package struct S3Object: Sendable, Equatable {
    package let versionId: String?
    /// In bytes.
    package let size: Int
    package let eTag: String?
    /// The SHA-256 of the whole object in base64, where it was uploaded with one.
    package let sha256: String?

    package init(versionId: String?, size: Int, eTag: String?, sha256: String?) {
        self.versionId = versionId
        self.size = size
        self.eTag = eTag
        self.sha256 = sha256
    }
}

extension S3 {
    /// `nil` when there is no such object. Without the right to list the bucket, S3 refuses instead (403).
    /// Source: https://docs.aws.amazon.com/AmazonS3/latest/API/API_HeadObject.html
    package func objectDigest(
        bucket: String, key: String, version: String?, within budget: Duration
    ) async throws(AWSFailure) -> S3Object? {
        var call = call("HeadObject", .head, bucket, key, version: version)
        call.headers = [.init(name: "X-Amz-Checksum-Mode", value: "ENABLED")]
        do throws(AWSFailure) {
            return try await client.send(call, within: budget, read: S3Object.init(answer:))
        } catch .refused(let refusal) where refusal.status == 404 {
            return nil
        } catch {
            throw error
        }
    }
}

extension S3Object {
    fileprivate init(answer: HTTPResponse) throws(UnreadableAnswer) {
        guard let size = answer.headers["Content-Length"].flatMap({ Int($0) }), size >= 0 else {
            throw UnreadableAnswer(reason: "the answer has no Content-Length")
        }
        self.init(
            versionId: answer.headers["x-amz-version-id"], size: size, eTag: answer.headers["ETag"],
            sha256: answer.headers["x-amz-checksum-sha256"].flatMap(wholeDigest))
    }
}

/// A digest of the parts' digests ends in their number: `...=-3`. It says nothing about the bytes as one.
private func wholeDigest(_ checksum: String) -> String? {
    checksum.contains("-") ? nil : checksum
}
