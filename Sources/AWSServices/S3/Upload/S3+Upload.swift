import AWSCore

/// Why an object was not uploaded.
package enum S3UploadFailure: Error, Sendable, Equatable {
    /// It was to be written only where nothing is, and something is that is not known to hold the same bytes. Here is what
    /// S3 shows of it, if we may look.
    case alreadyThere(S3Object?)
    /// - Parameter unfinished: the id of an upload that could not be aborted; S3 keeps its parts, and they are paid for.
    case failed(AWSFailure, unfinished: String?)
}

extension S3 {
    /// Brings an object to S3, verified by its SHA-256: up to a size as a whole, above that in parts, several at a time.
    ///
    /// What was lost or refused in passing is sent again. Whether the object came into being is looked up where an answer
    /// was lost. An upload in parts that fails or is cancelled is aborted, which takes 2.5 s at most.
    /// - Parameters:
    ///   - checksum: of this source.
    ///   - onlyIfAbsent: nothing is overwritten. What is there with the same bytes is as good as uploaded.
    ///   - progress: is told how many bytes S3 has so far; never from two tasks at once.
    package func upload(
        _ source: any ByteSource, _ checksum: S3Checksum, to address: S3Address, onlyIfAbsent: Bool,
        progress: @escaping @Sendable (_ bytesSent: Int) -> Void, within budget: Duration
    ) async throws(S3UploadFailure) -> S3Object {
        let upload = S3Upload(
            s3: self, source: source, checksum: checksum, address: address, onlyIfAbsent: onlyIfAbsent,
            progress: progress, deadline: client.deadline(after: budget))
        return try await upload.run()
    }
}
