import AWSCore

/// One upload, from its first call to its last.
struct S3Upload {
    let s3: S3
    let source: any ByteSource
    let checksum: S3Checksum
    let address: S3Address
    let onlyIfAbsent: Bool
    let progress: @Sendable (Int) -> Void
    let deadline: Deadline

    func run() async throws(S3UploadFailure) -> S3Object {
        var last = AWSFailure.unreachable(operation: "PutObject", reason: "there was no time left to send it")
        var unfinished: String?
        for round in 0..<mostRounds where deadline.left > .zero {
            let ending: UploadEnding
            if checksum.parts.count == 1 {
                ending = await asAWhole()
            } else {
                (ending, unfinished) = await inParts()
            }
            switch ending {
            case .done(let object): return object
            case .alreadyThere(let object): throw .alreadyThere(object)
            case .failed(let failure): throw .failed(failure, unfinished: unfinished)
            case .again(let failure), .anew(let failure): last = failure
            }
            do throws(AWSFailure) { try await pause(round) } catch { throw .failed(error, unfinished: unfinished) }
        }
        throw .failed(last, unfinished: unfinished)
    }

    private func asAWhole() async -> UploadEnding {
        do throws(AWSFailure) {
            let object = try await s3.putObject(
                source, checksum.parts[0].digest, at: address, onlyIfAbsent: onlyIfAbsent, within: deadline.left)
            progress(object.size)
            return .done(object)
        } catch {
            return await ending(of: error)
        }
    }

    /// What a write came to that brought no answer of success.
    func ending(of failure: AWSFailure) async -> UploadEnding {
        failure.ending(failure.asksForALook ? await look() : .unseen)
    }

    private func look() async -> UploadTarget {
        do throws(AWSFailure) {
            let object = try await s3.headObject(address, version: nil, within: min(deadline.left, longestLook))
            return object.map { $0.isKnown(by: checksum) ? .ours($0) : .other($0) } ?? .nothing
        } catch {
            return .unseen
        }
    }

    /// Longer from round to round: 0.25 s, 0.5 s, 1 s.
    func pause(_ round: Int) async throws(AWSFailure) {
        do throws(CancellationError) {
            try await s3.client.clock.sleep(for: min(deadline.left, .milliseconds(250 << round)))
        } catch {
            throw .cancelled(operation: "PutObject")
        }
    }
}

/// The client itself repeats what it may; these are for answers that were lost, and for others at the same key.
let mostRounds = 5
private let longestLook = Duration.seconds(20)
