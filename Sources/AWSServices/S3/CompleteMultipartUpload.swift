import AWSCore
import XML

extension S3 {
    /// Makes one object of the parts.
    ///
    /// S3 may answer 200 before it knows, and tell an error in the body then.
    /// Source: https://docs.aws.amazon.com/AmazonS3/latest/API/API_CompleteMultipartUpload.html
    /// - Returns: The version of the object, where the bucket has any, and its ETag.
    func completeMultipartUpload(
        _ upload: String, _ parts: [S3Part], at address: S3Address, onlyIfAbsent: Bool, within budget: Duration
    ) async throws(AWSFailure) -> (versionId: String?, eTag: String?) {
        var call = call(
            "CompleteMultipartUpload", .write, .post, address, query: [HTTPQueryItem(name: "uploadId", value: upload)])
        call.headers.append(.init(name: "Content-Type", value: "application/xml"))
        if onlyIfAbsent { call.headers.append(.ifAbsent) }
        call.body = .bytes(Array(listOf(parts).utf8))
        call.longestTry = longestAnswer
        return try await client.send(call, within: budget) { answer throws(UnreadableAnswer) in
            guard let result = XMLElement(parsing: answer.body) else {
                throw UnreadableAnswer(reason: "the answer is no XML")
            }
            guard result.name == "CompleteMultipartUploadResult" else {
                throw UnreadableAnswer(
                    reason: "the answer was \(result["Code"] ?? result.name): \(result["Message"] ?? "")")
            }
            return (answer.headers["x-amz-version-id"], result["ETag"])
        }
    }
}

private func listOf(_ parts: [S3Part]) -> String {
    let rows = parts.map { part in
        "<Part><ChecksumSHA256>\(part.digest.base64)</ChecksumSHA256><ETag>\(xmlText(part.eTag))</ETag>"
            + "<PartNumber>\(part.number)</PartNumber></Part>"
    }
    return "<CompleteMultipartUpload xmlns=\"http://s3.amazonaws.com/doc/2006-03-01/\">\(rows.joined())"
        + "</CompleteMultipartUpload>"
}
