import AWSCore
import XML

extension S3 {
    /// Begins an upload in parts, each of which is verified by its SHA-256, and gives its id.
    /// Source: https://docs.aws.amazon.com/AmazonS3/latest/API/API_CreateMultipartUpload.html
    func createMultipartUpload(_ address: S3Address, within budget: Duration) async throws(AWSFailure) -> String {
        var call = call(
            "CreateMultipartUpload", .write, .post, address, query: [HTTPQueryItem(name: "uploads", value: "")])
        call.headers += [
            .init(name: "Content-Type", value: "application/zip"),
            .init(name: "x-amz-checksum-algorithm", value: "SHA256"),
            .init(name: "x-amz-checksum-type", value: "COMPOSITE"),
        ]
        call.longestTry = longestAnswer
        return try await client.send(call, within: budget) { answer throws(UnreadableAnswer) in
            guard let id = XMLElement(parsing: answer.body)?["UploadId"], !id.isEmpty else {
                throw UnreadableAnswer(reason: "the answer has no UploadId")
            }
            return id
        }
    }
}

/// For one try of what sends little, but may take S3 a while.
let longestAnswer = Duration.seconds(60)
