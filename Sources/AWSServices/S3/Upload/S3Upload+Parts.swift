import AWSCore

/// Enough to fill a line from a runner to its Region, and few enough for the rest of the run to get a word in.
private let mostAtOnce = 4

extension S3Upload {
    /// - Returns: Also the id of the upload, if it could not be aborted.
    func inParts() async -> (UploadEnding, unfinished: String?) {
        let id: String
        do throws(AWSFailure) {
            id = try await s3.createMultipartUpload(address, within: deadline.left)
        } catch {
            // Of one whose answer was lost nobody knows the id. It has no parts, and so costs nothing.
            if case .outcomeUnknown = error { return (.anew(error), nil) }
            return (.failed(error), nil)
        }
        let ending: UploadEnding
        do throws(AWSFailure) {
            let parts = try await sendParts(of: id)
            let isCompleted: Bool
            (ending, isCompleted) = await complete(id, parts)
            if isCompleted { return (ending, nil) }
        } catch {
            ending = error.isOfNoUpload ? .anew(error) : .failed(error)
        }
        // Also when the task is cancelled: what is left would be paid for until somebody finds it.
        let isGone = await Task { await s3.abandon(id, at: address) }.value
        return (ending, isGone ? nil : id)
    }

    private func sendParts(of id: String) async throws(AWSFailure) -> [S3Part] {
        let board = PartsBoard(checksum.parts, progress)
        let lanes = min(mostAtOnce, checksum.parts.count)
        await s3.client.clock.sideBySide((0..<lanes).map { _ in { await work(board, id) } })
        return try board.result
    }

    /// Sends parts until none is left, or one could not be sent: then the others are in vain.
    private func work(_ board: PartsBoard, _ id: String) async -> Bool {
        while let (number, part) = board.take() {
            do throws(AWSFailure) {
                board.note(
                    try await s3.uploadPart(
                        ByteSlice(source, part.range), part.digest, number: number, of: id, at: address,
                        within: deadline.left))
            } catch {
                board.stop(error)
                return false
            }
        }
        return true
    }

    /// - Returns: Also whether S3 said that it is done; else there may still be something to abort.
    private func complete(_ id: String, _ parts: [S3Part]) async -> (UploadEnding, isCompleted: Bool) {
        var last = AWSFailure.unreachable(
            operation: "CompleteMultipartUpload", reason: "there was no time left to send it")
        for round in 0..<mostRounds where deadline.left > .zero {
            do throws(AWSFailure) {
                let made = try await s3.completeMultipartUpload(
                    id, parts, at: address, onlyIfAbsent: onlyIfAbsent, within: deadline.left)
                let object = S3Object(
                    versionId: made.versionId, size: source.count, eTag: made.eTag, checksum: checksum.text)
                return (.done(object), true)
            } catch {
                last = error
            }
            let ending = await ending(of: last)
            guard case .again = ending else { return (ending, false) }
            do throws(AWSFailure) { try await pause(round) } catch { return (.failed(error), false) }
        }
        return (.failed(last), false)
    }
}

extension AWSFailure {
    fileprivate var isOfNoUpload: Bool {
        if case .refused(let refusal) = self { refusal.isOfNoUpload } else { false }
    }
}
