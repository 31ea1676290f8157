import AWSCore

/// A part that S3 has.
struct S3Part: Sendable, Equatable {
    /// From 1.
    let number: Int
    let eTag: String
    let digest: SHA256Digest
}

extension S3 {
    /// Sends one part. It may be repeated: the same part again takes its own place.
    /// Source: https://docs.aws.amazon.com/AmazonS3/latest/API/API_UploadPart.html
    func uploadPart(
        _ source: any ByteSource, _ digest: SHA256Digest, number: Int, of upload: String, at address: S3Address,
        within budget: Duration
    ) async throws(AWSFailure) -> S3Part {
        var call = call(
            "UploadPart", .repeatable, .put, address,
            query: [
                HTTPQueryItem(name: "partNumber", value: String(number)),
                HTTPQueryItem(name: "uploadId", value: upload),
            ])
        call.headers.append(.init(name: "x-amz-checksum-sha256", value: digest.base64))
        call.body = HTTPBody(parts: [.source(source)])
        call.bodyDigest = digest
        call.longestTry = longestUpload
        call.mostTries = mostTriesToUpload
        return try await client.send(call, within: budget) { answer throws(UnreadableAnswer) in
            guard let eTag = answer.headers["ETag"] else { throw UnreadableAnswer(reason: "the answer has no ETag") }
            return S3Part(number: number, eTag: eTag, digest: digest)
        }
    }
}
