import AWSCore

extension S3 {
    /// Aborts an upload until S3 has no part of it any more: one that was under way may come in after the abort.
    /// Source: https://docs.aws.amazon.com/AmazonS3/latest/userguide/mpuoverview.html#mpu-process
    /// - Returns: Whether it is certain that nothing is left.
    func abandon(_ upload: String, at address: S3Address) async -> Bool {
        let deadline = client.deadline(after: timeToAbandon)
        for _ in 0..<mostAborts where deadline.left > .zero {
            do throws(AWSFailure) {
                guard
                    try await abortMultipartUpload(
                        upload, at: address, longestTry: longestTry, within: deadline.left)
                else { return true }
                if await hasParts(upload, at: address, deadline) == false { return true }
            } catch {
                if error.isFinal { return false }
            }
            do throws(CancellationError) { try await client.clock.sleep(for: .milliseconds(100)) } catch {
                return false
            }
        }
        return false
    }

    /// `nil`: nobody may look, but whether the upload is still known shows at the next abort.
    private func hasParts(_ upload: String, at address: S3Address, _ deadline: Deadline) async -> Bool? {
        do throws(AWSFailure) {
            return try await hasParts(upload, at: address, longestTry: longestTry, within: deadline.left) ?? false
        } catch {
            return nil
        }
    }
}

extension AWSFailure {
    /// Whether asking once more would come to the same.
    fileprivate var isFinal: Bool {
        if case .refused(let refusal) = self { (400..<429).contains(refusal.status) } else { false }
    }
}

/// The runner kills a cancelled step after 7.5 s, a write under way has had two of them, and others have to end as well.
private let timeToAbandon = Duration.milliseconds(2500)
private let longestTry = Duration.seconds(1)
private let mostAborts = 10
