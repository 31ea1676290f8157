import AWSCore

/// What a bucket's name stands for, as far as S3 tells us. A Region is what S3 says; it need not.
package enum S3Bucket: Sendable, Equatable {
    case here(region: String?)
    case elsewhere(region: String?)
    case missing
    /// Another account's, not the one's that it must belong to, or without the right to list it: S3 says no more.
    case forbidden(region: String?)
}

extension S3 {
    /// Source: https://docs.aws.amazon.com/AmazonS3/latest/API/API_HeadBucket.html
    package func headBucket(
        _ bucket: String, owner: String?, within budget: Duration
    ) async throws(AWSFailure) -> S3Bucket {
        var call = call("HeadBucket", .read, .head, bucket: bucket, owner: owner, path: [])
        call.answers = [301, 400, 403, 404]
        return try await client.send(call, within: budget, read: S3Bucket.init(answer:))
    }
}

extension S3Bucket {
    fileprivate init(answer: HTTPResponse) throws(UnreadableAnswer) {
        let region = answer.headers["x-amz-bucket-region"]
        switch answer.status {
        case 200..<300: self = .here(region: region)
        case 404: self = .missing
        case 403: self = .forbidden(region: region)
        case 301: self = .elsewhere(region: region)
        // So answer Regions that have to be opted into: they do not know another one's signatures.
        case 400 where region != nil: self = .elsewhere(region: region)
        default: throw UnreadableAnswer(reason: "the answer was \(answer.status), and no Region is named")
        }
    }
}
