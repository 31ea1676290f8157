import AWSCore

extension S3 {
    /// The object's SHA-256, read piece by piece: for one that was uploaded without.
    /// - Throws: also when the object is no longer the one that `object` describes (412).
    package func sha256(
        of object: S3Object, at address: S3Address, within budget: Duration
    ) async throws(AWSFailure) -> SHA256Digest {
        let deadline = client.deadline(after: budget)
        var hash = SHA256()
        for start in stride(from: 0, to: object.size, by: pieceSize) {
            let range = start..<min(start + pieceSize, object.size)
            let bytes = try await getRange(range, of: object, at: address, within: deadline.left)
            bytes.withUnsafeBytes { hash.update($0) }
        }
        return hash.finish()
    }

    /// These bytes of the object, and no others.
    /// - Parameter range: not empty, at most 8 MiB.
    /// Source: https://docs.aws.amazon.com/AmazonS3/latest/API/API_GetObject.html
    package func getRange(
        _ range: Range<Int>, of object: S3Object, at address: S3Address, within budget: Duration
    ) async throws(AWSFailure) -> [UInt8] {
        var call = call("GetObject", .read, .get, address, query: versionQuery(object.versionId))
        call.headers.append(.init(name: "Range", value: "bytes=\(range.lowerBound)-\(range.upperBound - 1)"))
        call.answerBytes = pieceSize
        if let eTag = object.eTag { call.headers.append(.init(name: "If-Match", value: eTag)) }
        return try await client.send(call, within: budget) { answer throws(UnreadableAnswer) in
            guard answer.body.count == range.count, answer.status == 206 || range == 0..<object.size else {
                throw UnreadableAnswer(reason: "the answer is not the range that was asked for")
            }
            return answer.body
        }
    }
}

private let pieceSize = 8 << 20
