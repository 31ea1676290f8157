import AWSCore

extension S3 {
    /// Writes a whole object, whose SHA-256 S3 verifies.
    /// Source: https://docs.aws.amazon.com/AmazonS3/latest/API/API_PutObject.html
    func putObject(
        _ source: any ByteSource, _ digest: SHA256Digest, at address: S3Address, onlyIfAbsent: Bool,
        within budget: Duration
    ) async throws(AWSFailure) -> S3Object {
        var call = call("PutObject", .write, .put, address, query: [])
        call.headers += [
            .init(name: "Content-Type", value: "application/zip"),
            .init(name: "x-amz-checksum-sha256", value: digest.base64),
        ]
        if onlyIfAbsent { call.headers.append(.ifAbsent) }
        call.body = HTTPBody(parts: [.source(source)])
        call.bodyDigest = digest
        call.longestTry = longestUpload
        call.mostTries = mostTriesToUpload
        return try await client.send(call, within: budget) { answer throws(UnreadableAnswer) in
            S3Object(
                versionId: answer.headers["x-amz-version-id"], size: source.count, eTag: answer.headers["ETag"],
                checksum: digest.base64)
        }
    }
}

/// For one try of up to 16 MB: a line of 140 KB a second.
let longestUpload = Duration.seconds(120)
/// The bytes are many, so they are not sent endlessly.
let mostTriesToUpload = 20

extension HTTPHeaders.Field {
    /// Source: https://docs.aws.amazon.com/AmazonS3/latest/userguide/conditional-writes.html
    static let ifAbsent = HTTPHeaders.Field(name: "If-None-Match", value: "*")
}
