import AWSCore

extension S3 {
    /// `nil` when there is no such object. Without the right to list the bucket, S3 refuses instead (403).
    /// Source: https://docs.aws.amazon.com/AmazonS3/latest/API/API_HeadObject.html
    package func headObject(
        _ address: S3Address, version: String?, within budget: Duration
    ) async throws(AWSFailure) -> S3Object? {
        var call = call("HeadObject", .read, .head, address, query: versionQuery(version))
        call.headers.append(.init(name: "X-Amz-Checksum-Mode", value: "ENABLED"))
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
            checksum: answer.headers["x-amz-checksum-sha256"])
    }
}
