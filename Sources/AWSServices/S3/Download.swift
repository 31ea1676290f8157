import AWSCore

/// What it is called in messages: the link is Lambda's, and needs no permission of ours.
private let operation = "the code's download"
/// The code that stands is fetched for the worst case only: few tries are worth the time.
private let mostTries = 3

extension S3 {
    /// The zip behind a link of GetFunction's, in memory that is no part of this process's own.
    /// - Parameters:
    ///   - digest: its `CodeSha256`; what has another one is no answer.
    ///   - mostBytes: the largest zip to take.
    /// - Throws: ``AWSFailure/refused(_:)`` also where the link has expired (403).
    package func download(
        _ link: PresignedLink, digest: String, mostBytes: Int, within budget: Duration
    ) async throws(AWSFailure) -> any ByteSource {
        let file: MemoryFile
        do {
            file = try MemoryFile()
        } catch {
            throw .unreachable(operation: operation, reason: error.reason)
        }
        var call = AWSCall(operation: operation, effect: .read, method: .get, path: "/")
        call.link = link
        call.sink = file
        call.answerBytes = mostBytes
        call.longestTry = budget
        call.mostTries = mostTries
        return try await client.send(call, within: budget) { _ throws(UnreadableAnswer) in
            guard try sha256(of: file) == digest else {
                throw UnreadableAnswer(reason: "its SHA-256 is not the function's CodeSha256 (\(file.count) bytes)")
            }
            return file
        }
    }

    private func sha256(of file: MemoryFile) throws(UnreadableAnswer) -> String {
        do {
            return try SHA256Digest.of(file).base64
        } catch {
            throw UnreadableAnswer(reason: error.reason)
        }
    }
}
