import AWSCore

extension S3 {
    /// Has S3 forget an upload and the parts that it has of it so far; one that is under way may come in later.
    /// Source: https://docs.aws.amazon.com/AmazonS3/latest/API/API_AbortMultipartUpload.html
    /// - Returns: Whether there was such an upload.
    func abortMultipartUpload(
        _ upload: String, at address: S3Address, longestTry: Duration, within budget: Duration
    ) async throws(AWSFailure) -> Bool {
        var call = call(
            "AbortMultipartUpload", .repeatable, .delete, address,
            query: [HTTPQueryItem(name: "uploadId", value: upload)])
        call.longestTry = longestTry
        do throws(AWSFailure) {
            return try await client.send(call, within: budget) { _ throws(UnreadableAnswer) in true }
        } catch .refused(let refusal) where refusal.isOfNoUpload {
            return false
        } catch {
            throw error
        }
    }
}
