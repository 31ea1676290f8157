import AWSCore
import XML

extension S3 {
    /// Whether S3 still has parts of the upload; `nil` when it knows of no such upload (any more).
    /// Source: https://docs.aws.amazon.com/AmazonS3/latest/API/API_ListParts.html
    func hasParts(
        _ upload: String, at address: S3Address, longestTry: Duration, within budget: Duration
    ) async throws(AWSFailure) -> Bool? {
        var call = call("ListParts", .read, .get, address, query: [HTTPQueryItem(name: "uploadId", value: upload)])
        call.longestTry = longestTry
        do throws(AWSFailure) {
            return try await client.send(call, within: budget) { answer throws(UnreadableAnswer) in
                guard let list = XMLElement(parsing: answer.body), list.name == "ListPartsResult" else {
                    throw UnreadableAnswer(reason: "the answer is no list of parts")
                }
                return list.children.contains { $0.name == "Part" }
            }
        } catch .refused(let refusal) where refusal.isOfNoUpload {
            return nil
        } catch {
            throw error
        }
    }
}

extension Refusal {
    /// It was completed or aborted, or never was.
    var isOfNoUpload: Bool { code == "NoSuchUpload" }
}
